import type { FieldChange } from './fields';

type PlaceFields = Required<Pick<FieldChange, 'sublocation' | 'city' | 'province' | 'country'>>;

/**
 * One line of place as the four fields of a file, so that reading them gives the line again: the last part is the
 * province, the one before it the city or district, what stands before that the place itself. A country is taken as one
 * only where it is Vietnam by name, or stands behind three other parts. A single part is the city.
 */
export function placeFields(line: string): PlaceFields {
  const parts = line
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const country = parts.length > 1 && (/^vi[eệ]t ?nam$/iu.test(parts.at(-1) ?? '') || parts.length > 3);
  const inner = country ? parts.slice(0, -1) : parts;
  const province = inner.length > 1 ? inner.at(-1) : undefined;
  const city = inner.length > 1 ? inner.at(-2) : inner[0];
  const sublocation = inner.slice(0, -2).join(', ');
  return {
    sublocation: sublocation === '' ? null : sublocation,
    city: city ?? null,
    province: province ?? null,
    country: country ? (parts.at(-1) ?? null) : null,
  };
}
