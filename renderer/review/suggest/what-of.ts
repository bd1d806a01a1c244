import type { OpenChange } from '../../../shared/review/suggest/changes';
import type { Translate } from '../../../shared/i18n/translate';

/** What a change does, in a word or two: "Thay", "Tách đoạn", "Đổi loại khối: đoạn thường → câu hỏi". */
export function whatOf({ moved, kind, inserted, deleted, look }: OpenChange, translate: Translate): string {
  if (moved) return translate('suggest.moved');
  if (kind) {
    const [from, to] = [kind.from, kind.to].map((name) => translate.loose(`suggest.kind-${name}`));
    return `${translate('suggest.kind')}: ${from} → ${to}`;
  }
  if (inserted === '¶' && deleted === '') return translate('suggest.split');
  if (deleted === '¶' && inserted === '') return translate('suggest.merged');
  if (inserted.includes('▦') && deleted === '') return translate('suggest.new-block');
  if (deleted.includes('▦') && inserted === '') return translate('suggest.deleted-block');
  if (inserted && deleted) return translate('suggest.replaced');
  if (inserted) return translate('suggest.inserted');
  if (deleted) return translate('suggest.deleted');
  return translate(look ? 'suggest.restyled' : 'suggest.replaced');
}
