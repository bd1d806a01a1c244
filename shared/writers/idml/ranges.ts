import type { HandOffParagraph, HandOffRun } from '../hand-off/story';
import type { CharacterStyle, ParagraphStyle, StyleNames } from '../hand-off/styles';
import { element, xmlText } from '../hand-off/xml';

export const NO_CHARACTER_STYLE = 'CharacterStyle/$ID/[No character style]';

/** The reference to a paragraph style of ours. */
export function paragraphRef(names: StyleNames, style: ParagraphStyle): string {
  return `ParagraphStyle/${names[style]}`;
}

export function characterRef(names: StyleNames, style: CharacterStyle): string {
  return `CharacterStyle/${names[style]}`;
}

/** A paragraph as IDML and ICML have it; every one but the last of its story ends with a break. */
export function paragraphRange(
  { style, runs }: HandOffParagraph,
  names: StyleNames,
  last: boolean,
  tagged: (content: string) => string = (content) => content,
): string {
  const content = runs.map((run, at) => characterRange(run, names, !last && at === runs.length - 1)).join('');
  return element('ParagraphStyleRange', { AppliedParagraphStyle: paragraphRef(names, style) }, tagged(content));
}

/** Several paragraphs as one story, each within a tag of its style when `tagged` gives one. */
export function paragraphRanges(
  paragraphs: readonly HandOffParagraph[],
  names: StyleNames,
  tagged: (content: string, paragraph: HandOffParagraph, index: number) => string = (content) => content,
): string {
  return paragraphs
    .map((paragraph, index) =>
      paragraphRange(paragraph, names, index === paragraphs.length - 1, (content) => tagged(content, paragraph, index)),
    )
    .join('');
}

function characterRange(
  { text, style, position, smallCapitals }: HandOffRun,
  names: StyleNames,
  breaks: boolean,
): string {
  return element(
    'CharacterStyleRange',
    {
      AppliedCharacterStyle: style ? characterRef(names, style) : NO_CHARACTER_STYLE,
      Capitalization: smallCapitals && 'SmallCaps',
      Position: position ? (position === 'superscript' ? 'Superscript' : 'Subscript') : undefined,
    },
    `<Content>${xmlText(text)}</Content>${breaks ? '<Br/>' : ''}`,
  );
}
