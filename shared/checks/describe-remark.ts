import type { Translate } from '../i18n/translate';
import type { Remark } from './remark';

/** The remark as a sentence in the language of the interface. */
export function describeRemark(translate: Translate, remark: Remark): string {
  return translate.loose(`remarks.${remark.rule}`, remark.values);
}
