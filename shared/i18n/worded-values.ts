import type { TextValues, Translate } from './translate';

/** Steps, states and roles go by ids in failures; people know them by their names. */
const NAMED: ReadonlySet<string> = new Set(['step', 'state', 'role']);

/** The values of a failure as they stand in its sentence. */
export function wordedValues(values: TextValues, translate: Translate): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      NAMED.has(name) ? translate.loose(`review.${name}-${value}`) : value,
    ]),
  );
}
