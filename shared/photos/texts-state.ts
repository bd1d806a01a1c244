import { captionOf, creditOf } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import { isBlank, plainText } from '../interview/text';
import type { Text } from '../interview/types';
import { sameWords } from '../text/fold';

/** The three texts that every photo needs, in the order in which they are written. */
export const PHOTO_TEXTS = ['caption', 'credit', 'alt'] as const;
export type PhotoText = (typeof PHOTO_TEXTS)[number];

/** shared: what the gallery says of all its pictures serves; repeated: an alt text that only says the caption again. */
export type TextState = 'written' | 'shared' | 'missing' | 'repeated';

export function textStates(picture: ShownPicture): { readonly [text in PhotoText]: TextState } {
  const { caption, credit, alt } = picture;
  const told = captionOf(picture);
  const repeated = alt.trim() !== '' && !isBlank(told) && sameWords(alt, plainText(told));
  return {
    caption: stateOf(caption, told),
    credit: stateOf(credit, creditOf(picture)),
    alt: alt.trim() === '' ? 'missing' : repeated ? 'repeated' : 'written',
  };
}

function stateOf(own: Text, told: Text): TextState {
  if (!isBlank(own)) return 'written';
  return isBlank(told) ? 'missing' : 'shared';
}

/** How many of the three are as they should be. */
export function writtenTexts(picture: ShownPicture): number {
  return Object.values(textStates(picture)).filter((state) => state === 'written' || state === 'shared').length;
}
