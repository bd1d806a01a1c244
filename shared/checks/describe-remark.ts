import type { Translate } from '../i18n/translate';
import type { Remark } from './remark';

/** The remark as a sentence in the language of the interface. */
export function describeRemark(translate: Translate, remark: Remark): string {
  const { field } = remark.values ?? {};
  // Fields of a picture file go by ids; people know them by their names.
  const named = field === undefined ? {} : { field: translate.loose(`photos.field-${field}`) };
  return translate.loose(`remarks.${remark.rule}`, { ...remark.values, ...named });
}
