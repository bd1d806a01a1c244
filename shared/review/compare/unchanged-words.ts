import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import { textsOfBlock } from '../../interview/visit';

/** The words of each block by its place in the body, on one line: what a reader sees of blocks that did not change. */
export function unchangedWords({ body }: Interview): (place: number) => string {
  return (place) => {
    const block = body[place];
    const texts = block ? textsOfBlock(block) : [];
    return texts.map(({ text }) => plainText(text)).join(' ');
  };
}
