import { pairsOf } from '../../../shared/interview/pairs';
import type { Interview } from '../../../shared/interview/types';
import type { Place } from '../../../shared/interview/visit';
import type { Translate } from '../../../shared/i18n/translate';

/** What a place is called in the list: "Tít", "Cặp 3, câu trả lời", "Chú thích". */
export function placeNames(interview: Interview, translate: Translate): (place: Place) => string {
  const kinds = new Map(interview.body.map((block) => [block.id, block.kind]));
  const numbers = new Map<string, number>();
  for (const [at, { question, answers }] of pairsOf(interview.body).entries())
    for (const { id } of [question, ...answers]) numbers.set(id, at + 1);
  return ({ block, part }) => {
    if (part === 'tail') return translate('suggest.tail');
    if (block === undefined) return translate.loose(`suggest.place-${part}`);
    const kind = kinds.get(block);
    const what =
      part === 'text'
        ? translate.loose(`suggest.kind-${kind ?? 'paragraph'}`)
        : translate.loose(`suggest.place-${part}`);
    const number = numbers.get(block);
    if (number === undefined && part === 'text' && kind === 'paragraph') return translate('suggest.place-lead');
    return number === undefined ? capital(what) : translate('suggest.place-pair', { number, what: what.toLowerCase() });
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
