import type { Translate } from '../../i18n/translate';
import type { Interview } from '../../interview/types';
import type { Place } from '../../interview/visit';

/** "Answer 3 · caption": which of its kind, as a person would count them. */
export function describePlace({ block: id, part }: Place, { body }: Interview, translate: Translate): string {
  const known = (key: string) => {
    const words = translate.loose(`review.${key}`);
    return words === `review.${key}` ? '' : words;
  };
  const name = known(`part-${part}`) || known(`fact-${part}`);
  const block = body.find((each) => each.id === id);
  if (!block) return name || part;
  const number = body.filter((each) => each.kind === block.kind).indexOf(block) + 1;
  return [`${translate(`review.kind-${block.kind}`)} ${number}`, name].filter(Boolean).join(' · ');
}
