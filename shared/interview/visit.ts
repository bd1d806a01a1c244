import { assertNever } from '../result';
import type { Place } from './place';
import type { Block, Interview, Text } from './types';

export type { Place };

export interface PlacedText {
  readonly place: Place;
  readonly text: Text;
}

/** Every rich text of a block, in reading order. */
export function textsOfBlock(block: Block): readonly PlacedText[] {
  const at = (part: string, text: Text, index?: number): PlacedText => ({
    place: { block: block.id, part, ...(index === undefined ? {} : { index }) },
    text,
  });
  switch (block.kind) {
    case 'paragraph':
    case 'subhead':
    case 'question':
    case 'answer':
    case 'closing':
      return [at('text', block.text)];
    case 'photo':
      return [at('caption', block.caption), at('credit', block.credit)];
    case 'gallery':
      return [
        ...block.pictures.flatMap(({ caption, credit }, index) => [
          at('captions', caption, index),
          at('credits', credit, index),
        ]),
        at('caption', block.caption),
        at('credit', block.credit),
      ];
    case 'pullQuote':
      return [at('quote', block.quote), at('attribution', block.attribution)];
    case 'box':
      return [at('heading', block.heading), ...block.paragraphs.map((text, index) => at('paragraphs', text, index))];
    case 'list':
      return block.items.map((text, index) => at('items', text, index));
    case 'unknown':
      return [];
    default:
      return assertNever(block);
  }
}

/** Every rich text of the piece in reading order: kicker, headline, standfirst, then the body. */
export function textsOf(interview: Interview): readonly PlacedText[] {
  const head = (['kicker', 'headline', 'standfirst'] as const).flatMap((part) => {
    const text = interview[part];
    return text ? [{ place: { part }, text }] : [];
  });
  return [...head, ...interview.body.flatMap(textsOfBlock)];
}

/** The block with every rich text in it passed through `change`; ids and everything else stay. */
export function mapBlockTexts(block: Block, change: (text: Text) => Text): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'subhead':
    case 'question':
    case 'answer':
    case 'closing':
      return { ...block, text: change(block.text) };
    case 'photo':
      return { ...block, caption: change(block.caption), credit: change(block.credit) };
    case 'gallery':
      return {
        ...block,
        pictures: block.pictures.map((picture) => ({
          ...picture,
          caption: change(picture.caption),
          credit: change(picture.credit),
        })),
        caption: change(block.caption),
        credit: change(block.credit),
      };
    case 'pullQuote':
      return { ...block, quote: change(block.quote), attribution: change(block.attribution) };
    case 'box':
      return { ...block, heading: change(block.heading), paragraphs: block.paragraphs.map(change) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'unknown':
      return block;
    default:
      return assertNever(block);
  }
}

/** The block with the alt text of each picture in it passed through `change`. */
export function mapBlockAlts(block: Block, change: (alt: string) => string): Block {
  if (block.kind === 'photo') return { ...block, alt: change(block.alt) };
  if (block.kind !== 'gallery') return block;
  return { ...block, pictures: block.pictures.map((picture) => ({ ...picture, alt: change(picture.alt) })) };
}
