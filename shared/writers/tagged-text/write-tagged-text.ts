import type { HandOff, HandOffParagraph, HandOffRun } from '../hand-off/story';
import { paragraphsOf } from '../hand-off/story';
import { CHARACTER_STYLES, DEFAULT_STYLE_NAMES, PARAGRAPH_STYLES } from '../hand-off/styles';
import type { StyleNames } from '../hand-off/styles';

/**
 * The piece as InDesign tagged text: one story whose paragraphs name their styles, without any look of their own, so
 * that the template's styles show. Write it with `utf16le`; line ends are those the format asks for.
 */
export function writeTaggedText(handOff: HandOff, names: StyleNames = DEFAULT_STYLE_NAMES): string {
  const paragraphs = paragraphsOf(handOff);
  const used = new Set(paragraphs.map(({ style }) => style));
  const usedMarks = new Set(paragraphs.flatMap(({ runs }) => runs.map(({ style }) => style)));
  const defined = unique([
    ...PARAGRAPH_STYLES.filter((style) => used.has(style)).map((style) => `<DefineParaStyle:${names[style]}>`),
    ...CHARACTER_STYLES.filter((style) => usedMarks.has(style)).map((style) => `<DefineCharStyle:${names[style]}>`),
  ]);
  const lines = [
    '<UNICODE-WIN>',
    `<Version:8><FeatureSet:InDesign-Roman>${defined.join('')}`,
    ...paragraphs.map((paragraph) => line(paragraph, names)),
  ];
  return lines.join('\r\n');
}

/** UTF-16, little end first, with its mark: the only Unicode that every version of InDesign takes for this format. */
export function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

function line({ style, runs }: HandOffParagraph, names: StyleNames): string {
  return `<ParaStyle:${names[style]}>${runs.map((run) => tagged(run, names)).join('')}`;
}

function tagged({ text, style, position }: HandOffRun, names: StyleNames): string {
  let words = text.replace(/[\\<>]/g, '\\$&');
  if (position) words = `<cPosition:${position === 'superscript' ? 'Superscript' : 'Subscript'}>${words}<cPosition:>`;
  return style ? `<CharStyle:${names[style]}>${words}<CharStyle:>` : words;
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
