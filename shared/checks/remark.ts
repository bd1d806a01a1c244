import type { Place } from '../interview/visit';

/**
 * Something the program noticed. A remark never changes the text; a loss or a repair is always told by one.
 * note: worth knowing (something was cleaned); warning: an editor would ask for it; loss: something could not be kept.
 */
export interface Remark {
  /** Which rule speaks: also the key of its sentence in i18n (`remarks.<rule>`). */
  readonly rule: string;
  readonly severity: 'note' | 'warning' | 'loss';
  /** Values for the sentence: counts, names, quotes. */
  readonly values?: { readonly [name: string]: string | number };
  readonly place?: Place;
}

export function note(rule: string, values?: Remark['values'], place?: Place): Remark {
  return { rule, severity: 'note', ...(values ? { values } : {}), ...(place ? { place } : {}) };
}

export function warning(rule: string, values?: Remark['values'], place?: Place): Remark {
  return { rule, severity: 'warning', ...(values ? { values } : {}), ...(place ? { place } : {}) };
}

export function loss(rule: string, values?: Remark['values'], place?: Place): Remark {
  return { rule, severity: 'loss', ...(values ? { values } : {}), ...(place ? { place } : {}) };
}
