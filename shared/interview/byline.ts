import type { Signature } from './types';

/**
 * The byline as one line, as papers print it: "Nguyễn Xuân (thực hiện)", "Nguyễn Xuân - Lê Hảo (ghi)".
 * Names that share one role stand before it once; different roles are set apart by a semicolon.
 */
export function formatByline(byline: readonly Signature[]): string {
  const groups: { names: string[]; role: string | undefined }[] = [];
  for (const { name, role } of byline) {
    const last = groups.at(-1);
    if (last && last.role === role) last.names.push(name);
    else groups.push({ names: [name], role });
  }
  return groups.map(({ names, role }) => names.join(' - ') + (role ? ` (${role})` : '')).join('; ');
}

/**
 * Reads such a line back. A line in any other shape is one signature with the whole line as name and no role:
 * for every line, formatByline(parseByline(line)) is the line without spaces at its ends.
 */
export function parseByline(line: string): readonly Signature[] {
  const text = line.normalize('NFC').trim();
  if (text === '') return [];
  const byline = text.split('; ').flatMap((group): Signature[] => {
    const [, names = group, role] = /^(.*?) \(([^()]+)\)$/.exec(group) ?? [];
    return names.split(' - ').map((name) => ({ name, ...(role ? { role } : {}) }));
  });
  const wellFormed = byline.every(({ name }) => name !== '' && name === name.trim());
  return wellFormed && formatByline(byline) === text ? byline : [{ name: text }];
}
