import type { FieldChange, PhotoFields, WritableField } from '../../shared/photos/fields';
import { cleanText, NAME_LIMIT, TEXT_LIMIT } from './clean-text';

/** Texts as they are read back, so that both sides of the comparison are the same words. */
export function cleanChange(change: FieldChange): FieldChange {
  const entries = Object.entries(change) as [WritableField, FieldValue][];
  return Object.fromEntries(entries.map(([field, value]) => [field, cleanValue(field, value)])) as FieldChange;
}

type FieldValue = string | readonly string[] | null;

const LONG: ReadonlySet<WritableField> = new Set(['caption', 'copyright', 'usageTerms', 'alt', 'extended']);

function cleanValue(field: WritableField, value: FieldValue): FieldValue {
  if (value === null) return null;
  if (typeof value !== 'string') {
    const names = value.map((each) => cleanText(each, NAME_LIMIT)).filter((each) => each !== '');
    return names.length > 0 ? names : null;
  }
  const text = cleanText(value, LONG.has(field) ? TEXT_LIMIT : NAME_LIMIT);
  if (text === '') return null;
  return field === 'taken' ? text.replace(/Z$/, '+00:00') : text;
}

/** The first field that does not say what the change asked for; null when all do. */
export function firstDifference(change: FieldChange, fields: PhotoFields): WritableField | null {
  for (const [field, value] of Object.entries(change) as [WritableField, FieldValue][]) {
    if (JSON.stringify(fields[field] ?? null) !== JSON.stringify(value)) return field;
  }
  return null;
}
