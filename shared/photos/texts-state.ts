import { isBlank, plainText } from '../interview/text';
import type { PhotoBlock } from '../interview/types';
import { sameWords } from '../text/fold';

/** The three texts that every photo needs, in the order in which they are written. */
export const PHOTO_TEXTS = ['caption', 'credit', 'alt'] as const;
export type PhotoText = (typeof PHOTO_TEXTS)[number];

/** repeated: an alt text that only says the caption again. */
export type TextState = 'written' | 'missing' | 'repeated';

export function textStates({ caption, credit, alt }: PhotoBlock): { readonly [text in PhotoText]: TextState } {
  const repeated = alt.trim() !== '' && !isBlank(caption) && sameWords(alt, plainText(caption));
  return {
    caption: isBlank(caption) ? 'missing' : 'written',
    credit: isBlank(credit) ? 'missing' : 'written',
    alt: alt.trim() === '' ? 'missing' : repeated ? 'repeated' : 'written',
  };
}

/** How many of the three are as they should be. */
export function writtenTexts(block: PhotoBlock): number {
  return Object.values(textStates(block)).filter((state) => state === 'written').length;
}
