import { buildEditorFromExtensions } from '@lexical/extension';
import fc from 'fast-check';
import { $getRoot, $isElementNode } from 'lexical';
import type { ElementNode } from 'lexical';
import { expect, test } from 'vitest';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { openInterview } from '../../../../renderer/editor/open-interview';
import { $cutFor, $isCut } from '../../../../renderer/editor/suggest/cuts';
import { $drawnNodes } from '../../../../renderer/editor/suggest/drawn-words';
import { $textNodesOf } from '../../../../renderer/editor/text-ranges';
import type { Run } from '../../../../shared/interview/types';
import type { Drawing } from '../../../../shared/review/suggest/layout';
import { interview, p } from '../../../support/builders';

const TEXT = 'Năm nay lúa được mùa, giá lại thấp.';
const NOTHING: Drawing = {
  length: -1,
  inserted: [],
  restyled: [],
  gaps: [],
  newEnd: null,
  kindBy: null,
  authors: [],
};

/** The text, a part of it bold, a part commented: three nodes or five. */
const runs: readonly Run[] = [
  { text: TEXT.slice(0, 8) },
  { text: TEXT.slice(8, 16), marks: ['bold'] },
  { text: TEXT.slice(16, 21), threads: ['t'] },
  { text: TEXT.slice(21) },
];

function opened(text: readonly Run[]) {
  const editor = buildEditorFromExtensions(InterviewExtension);
  openInterview(editor, interview(p(text)));
  const $leaf = () => $getRoot().getChildren().find($isElementNode) as ElementNode;
  return {
    cut: (drawing: Drawing) => editor.update(() => $cutFor($leaf(), drawing), { discrete: true, tag: 'skip-suggest' }),
    isCut: (drawing: Drawing) => editor.read(() => $isCut($leaf(), drawing)),
    nodes: () => editor.read(() => $textNodesOf($leaf()).map((node) => node.getTextContent())),
    state: () => editor.getEditorState(),
    drawn: (drawing: Drawing) =>
      editor.read(() =>
        $drawnNodes($leaf(), drawing).map(({ node, look, before, behind }) => ({
          text: node.getTextContent(),
          look: look?.by ?? null,
          before: before?.words ?? null,
          behind: behind?.words ?? null,
        })),
      ),
  };
}

/** Insertions that neither overlap nor are empty, and deleted words anywhere. */
const drawings = fc
  .record({
    ends: fc.uniqueArray(fc.nat(TEXT.length), { minLength: 0, maxLength: 8 }),
    gaps: fc.uniqueArray(fc.nat(TEXT.length), { maxLength: 4 }),
  })
  .map(({ ends, gaps }): Drawing => {
    const sorted = ends.toSorted((a, b) => a - b);
    const inserted = sorted.flatMap((from, at) => {
      const to = sorted[at + 1];
      return at % 2 === 0 && to !== undefined ? [{ from, to, by: 'Hà' }] : [];
    });
    return {
      ...NOTHING,
      length: TEXT.length,
      inserted,
      gaps: gaps.toSorted((a, b) => a - b).map((at) => ({ at, words: `<${at}>`, by: 'Mai' })),
    };
  });

test('a text is parted just where its drawing asks for it, once, and joined again when nothing is drawn', () => {
  fc.assert(
    fc.property(drawings, drawings, fc.boolean(), (first, second, plain) => {
      const text = plain ? [{ text: TEXT }] : runs;
      const desk = opened(text);
      const before = desk.nodes();
      for (const drawing of [first, second]) {
        desk.cut(drawing);
        expect(desk.isCut(drawing)).toBe(true);
        const ends = [...drawing.inserted.flatMap(({ from, to }) => [from, to]), ...drawing.gaps.map(({ at }) => at)];
        let length = 0;
        const own = before.map((words) => (length += words.length));
        const wanted = new Set([...ends, ...own].filter((at) => at > 0 && at < TEXT.length));
        expect(desk.nodes().join('')).toBe(TEXT);
        expect(desk.nodes()).toHaveLength(wanted.size + 1);
        const drawn = desk.drawn(drawing);
        const inserted = drawn.flatMap((one) => (one.look ? [one.text] : [])).join('');
        expect(inserted).toBe(drawing.inserted.map(({ from, to }) => TEXT.slice(from, to)).join(''));
        // Each gap is drawn once, in its place.
        const line = drawn.map((one) => `${one.before ?? ''}${one.text}${one.behind ?? ''}`).join('');
        const told = [...`${TEXT}\n`].map((letter, at) => {
          const gap = drawing.gaps.find((one) => one.at === at);
          return `${gap?.words ?? ''}${letter === '\n' ? '' : letter}`;
        });
        expect(line).toBe(told.join(''));
      }
      const cut = desk.state();
      desk.cut(second);
      expect(desk.state()).toBe(cut);
      desk.cut(NOTHING);
      expect(desk.nodes()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('deleted words hang where no underline takes hold of them: on plain words before them rather than on added ones', () => {
  const desk = opened([{ text: TEXT }]);
  const replaced: Drawing = {
    ...NOTHING,
    length: TEXT.length,
    inserted: [
      { from: 0, to: 3, by: 'Hà' },
      { from: 8, to: 11, by: 'Hà' },
    ],
    gaps: [
      { at: 0, words: 'Xưa', by: 'Hà' },
      { at: 8, words: 'ngô', by: 'Hà' },
    ],
  };
  desk.cut(replaced);
  expect(desk.drawn(replaced)).toEqual([
    { text: 'Năm', look: 'Hà', before: 'Xưa', behind: null },
    { text: ' nay ', look: null, before: null, behind: 'ngô' },
    { text: 'lúa', look: 'Hà', before: null, behind: null },
    { text: ' được mùa, giá lại thấp.', look: null, before: null, behind: null },
  ]);
});
