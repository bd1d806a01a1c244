import type { Remark } from '../checks/remark';
import type { CodeList } from './code-list';
import { CODE, expandCodes } from './expand-codes';
import { VARIABLE } from './variables';
import type { Variables } from './variables';

export interface TypedExpansion {
  readonly text: string;
  /** Where the caret stands afterwards, in UTF-16 units. */
  readonly caret: number;
  readonly remarks: readonly Remark[];
}

/**
 * Puts in what the code or variable stands for that the last typed character has closed: `\lnh\` at its second backslash,
 * `{date}` at its brace. Null when nothing was closed there; an unknown one stays, with a remark.
 */
export function expandTyped(text: string, caret: number, codes: CodeList, variables: Variables): TypedExpansion | null {
  const before = text.slice(0, caret);
  const closing = before.at(-1);
  if (closing !== '\\' && closing !== '}') return null;
  const closed = [...before.matchAll(closing === '\\' ? CODE : VARIABLE)].at(-1);
  // Two backslashes are one that is meant; it becomes one when the texts are written out.
  if (!closed || closed.index + closed[0].length !== caret || closed[0] === '\\\\') return null;
  const expanded = expandCodes(closed[0], codes, variables);
  return {
    text: before.slice(0, closed.index) + expanded.text + text.slice(caret),
    caret: closed.index + expanded.text.length,
    remarks: expanded.remarks,
  };
}
