import { $getNodeByKey, $isTextNode, defineExtension } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { $placedLeaves } from './leaves';
import { $textNodesOf, paint, rangeOf, stretches } from './text-ranges';
import type { Stretch } from './text-ranges';

/** A blank of a template as it stands in the text. */
const BLANK = /\{\{[^{}]{1,200}\}\}/g;
/** Painting waits this many milliseconds for the typing to pause. */
const PAINT_DELAY = 120;
/** Blanks beyond this many are not painted; no template has as many. */
const MOST_PAINTED = 300;

function $blanks(): readonly { readonly text: string; readonly where: readonly Stretch[] }[] {
  return $placedLeaves().flatMap(({ leaf }) => {
    const nodes = $textNodesOf(leaf);
    const text = nodes.map((node) => node.getTextContent()).join('');
    if (!text.includes('{{')) return [];
    return [...text.matchAll(BLANK)].map((match) => ({
      text: match[0],
      where: stretches(nodes, match.index, match.index + match[0].length),
    }));
  });
}

/** Writes the values into their blanks, last first, so that the places before stay right. */
export function $fillBlanks(values: ReadonlyMap<string, string>): number {
  let filled = 0;
  for (const { text, where } of $blanks().toReversed()) {
    const value = values.get(text.slice(2, -2).trim().normalize('NFC'));
    if (value === undefined || value === '') continue;
    filled += 1;
    where.toReversed().forEach(({ key, from, to }, index) => {
      const node = $getNodeByKey(key);
      if ($isTextNode(node)) node.spliceText(from, to - from, index === where.length - 1 ? value.normalize('NFC') : '');
    });
  }
  return filled;
}

function paintBlanks(editor: LexicalEditor): void {
  const found = editor.read($blanks).slice(0, MOST_PAINTED);
  paint(
    'galley-blank',
    found.flatMap(({ where }) => where.flatMap((stretch) => rangeOf(editor, stretch) ?? [])),
  );
}

/** Paints the blanks that are still to be filled. */
export const VariablesExtension = defineExtension({
  name: 'galley/variables',
  register: (editor) => {
    if (typeof window === 'undefined') return () => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => paintBlanks(editor), PAINT_DELAY);
    };
    const stops = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size || dirtyLeaves.size) later();
      }),
      editor.registerRootListener(later),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      paint('galley-blank', []);
    };
  },
});
