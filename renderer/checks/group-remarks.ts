import type { Remark } from '../../shared/checks/remark';

/** The remarks of one rule, in the order of the piece; one alone is a group of one. */
export interface RemarkGroup {
  readonly rule: string;
  readonly remarks: readonly Remark[];
}

/** Puts what one rule says of many places together, where it first spoke. */
export function groupRemarks(remarks: readonly Remark[]): readonly RemarkGroup[] {
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const group = groups.get(remark.rule);
    if (group) group.push(remark);
    else groups.set(remark.rule, [remark]);
  }
  return [...groups].map(([rule, all]) => ({ rule, remarks: all }));
}

/** The remarks that `checks` does not make of the same place: an import asks for what the checks ask for as well. */
export function withoutChecked(remarks: readonly Remark[], checks: readonly Remark[]): readonly Remark[] {
  return remarks.filter(
    ({ rule, place }) => !checks.some((check) => check.rule === rule && check.place?.block === place?.block),
  );
}
