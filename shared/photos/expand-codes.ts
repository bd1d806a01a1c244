import type { Remark } from '../checks/remark';
import { warning } from '../checks/remark';
import { CODE_LENGTH_LIMIT, findCode } from './code-list';
import type { CodeList } from './code-list';
import { isVariable, VARIABLE } from './variables';
import type { Variables } from './variables';

export interface Expansion {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

// \code\ or \code#2\; two backslashes are one that is meant.
export const CODE = new RegExp(String.raw`\\\\|\\([^\\\n#{}]{1,${CODE_LENGTH_LIMIT}})(?:#(\d{1,2}))?\\`, 'g');

/**
 * Puts in what codes and variables stand for, in one pass: what came in by a code is searched for variables but not for
 * codes again, so that no list can run in circles. What is not known stays as it was typed, with a remark.
 */
export function expandCodes(text: string, codes: CodeList, variables: Variables = {}): Expansion {
  const remarks: Remark[] = [];
  const coded = text.normalize('NFC').replace(CODE, (whole: string, name?: string, column?: string) => {
    if (name === undefined) return '\\';
    const code = findCode(codes, name.trim());
    if (code === undefined) {
      remarks.push(warning('code-unknown', { code: name.trim() }));
      return whole;
    }
    const value = code.columns[column === undefined ? 0 : Number(column) - 1];
    if (value === undefined || value === '') {
      remarks.push(warning('code-column-missing', { code: code.code, column: column ?? '1' }));
      return whole;
    }
    return value;
  });
  const filled = coded.replace(VARIABLE, (whole: string, name: string) => {
    const variable = isVariable(name);
    if (variable === null) return whole;
    const value = variables[variable];
    if (value) return value;
    remarks.push(warning('variable-empty', { name }));
    return whole;
  });
  return { text: filled.normalize('NFC'), remarks };
}
