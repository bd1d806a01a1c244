import { $getNodeByKey, $isTextNode, defineExtension } from 'lexical';
import type { ElementNode, LexicalEditor } from 'lexical';
import { $leavesInView, whenViewMoves } from './in-view';
import { $placedLeaves } from './leaves';
import { $textNodesOf, paint, rangeOf, stretches } from './text-ranges';
import type { Stretch } from './text-ranges';

/** A blank of a template as it stands in the text. */
const BLANK = /\{\{[^{}]{1,200}\}\}/g;
/** Painting waits this many milliseconds for the typing to pause. */
const PAINT_DELAY = 120;

function $blanks(
  leaves: readonly ElementNode[],
): readonly { readonly text: string; readonly where: readonly Stretch[] }[] {
  return leaves.flatMap((leaf) => {
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
  for (const { text, where } of $blanks($placedLeaves().map(({ leaf }) => leaf)).toReversed()) {
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
  const found = editor.read(() => $blanks($leavesInView(editor)));
  paint(
    'galley-blank',
    found.flatMap(({ where }) => where.flatMap((stretch) => rangeOf(editor, stretch) ?? [])),
  );
}

/** Paints the blanks that are still to be filled, in the blocks that can be seen: thousands of ranges would slow the typing. */
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
      whenViewMoves(editor, later),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      paint('galley-blank', []);
    };
  },
});
