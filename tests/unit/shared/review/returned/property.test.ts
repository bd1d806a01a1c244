import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../../shared/interview/build';
import { plainText } from '../../../../../shared/interview/text';
import type { Block, Interview, Text } from '../../../../../shared/interview/types';
import { proposeChange } from '../../../../../shared/review/propose';
import { takeBack } from '../../../../../shared/review/returned/take-back';
import { baseOf, currentOf, weaveOf } from '../../../../../shared/review/suggest/weave';
import type { Weave } from '../../../../../shared/review/suggest/weave';
import { interview, title } from '../../../../support/builders';
import { docxParts, readBack } from '../../../../support/docx';

const syllable = fc.constantFrom(
  'nước',
  'suối',
  'buôn',
  'cà phê',
  'sổ',
  'Đắk',
  'e\u0302',
  '"',
  '&',
  '<b>',
  '  ',
  '.',
  '🙂',
);
// Blank paragraphs are not in a document.
const words = fc
  .array(syllable, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' ').normalize('NFC'))
  .filter((joined) => joined.trim() !== '');
const text: fc.Arbitrary<Text> = fc
  .tuple(words, fc.option(words))
  .map(([plain, bold]) => [{ text: `${plain} ` }, ...(bold ? [{ text: bold, marks: ['bold'] as const }] : [])]);
const kind = fc.constantFrom('question', 'answer', 'paragraph', 'subhead');
const start: fc.Arbitrary<Interview> = fc.array(fc.tuple(kind, text), { minLength: 2, maxLength: 5 }).map((blocks) =>
  interview(
    title('Tít'),
    blocks.map(([each, said], at) => ({ kind: each, id: `p${at}`, text: said }) as Block),
  ),
);

type Edit = readonly ['say' | 'cut' | 'new' | 'split' | 'merge' | 'move', number, Text];
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('say', 'cut', 'new', 'split', 'merge', 'move'),
  fc.nat(10),
  text,
);

/** A move among other edits is told by deletion and insertion: what it is then is not asked here. */
const edits = fc
  .array(edit, { minLength: 1, maxLength: 4 })
  .filter((each) => each.length === 1 || each.every(([what]) => what !== 'move'));

function edited(piece: Interview, [what, where, said]: Edit, id: string): Interview {
  const body = [...piece.body];
  const at = where % body.length;
  const block = body[at] as Extract<Block, { readonly text: Text }>;
  switch (what) {
    case 'say':
      body[at] = { ...block, text: [...block.text.slice(0, 1), ...said] };
      break;
    case 'cut':
      if (body.length > 1) body.splice(at, 1);
      break;
    case 'new':
      body.splice(at, 0, { kind: 'answer', id, text: said });
      break;
    case 'split':
      body.splice(at, 1, { ...block, text: block.text.slice(0, 1) }, { ...block, id, text: said });
      break;
    case 'merge': {
      const next = body[at + 1] as typeof block | undefined;
      if (next) body.splice(at, 2, { ...block, text: [...block.text, ...next.text] });
      break;
    }
    case 'move':
      body.splice(where % (body.length || 1), 0, ...body.splice(at, 1));
      body.push(...body.splice(0, 1));
      break;
  }
  return { ...piece, body };
}

function stream({ body, suggestions }: Interview): Weave {
  const stretches = body.flatMap((block) =>
    block.kind === 'unknown'
      ? []
      : (block.suggestions?.['text'] ??
        weaveOf([{ id: block.id, kind: block.kind, text: 'text' in block ? block.text : [] }])),
  );
  return [...stretches, ...(suggestions?.tail ?? [])];
}

const said = (paragraphs: ReturnType<typeof currentOf>) => paragraphs.map((each) => plainText(each.text));

describe('a document with random proposals', () => {
  it('brings every one of them into the piece that it was made from', () => {
    fc.assert(
      fc.property(start, edits, (piece, made) => {
        const mint = countingMint('x');
        let proposed = piece;
        for (const [at, each] of made.entries()) {
          const mark = { id: `m${at}`, by: at % 2 ? 'Hà' : 'Mơ', at: Date.UTC(2026, 10, 20, 8, at * 5) };
          const plain: Interview = { ...proposed, body: proposed.body };
          proposed = proposeChange(proposed, edited(plain, each, mint()), mark);
        }
        const document = readBack(docxParts(proposed));
        const back = takeBack(piece, document, { mint: countingMint('y'), by: 'Ai', at: 0 });
        expect(said(currentOf(stream(back.interview)))).toEqual(said(currentOf(stream(proposed))));
        expect(said(baseOf(stream(back.interview))).toSorted()).toEqual(
          piece.body.map((block) => ('text' in block ? plainText(block.text) : '')).toSorted(),
        );
        const again = takeBack(proposed, document, { mint: countingMint('z'), by: 'Ai', at: 0 });
        expect(said(currentOf(stream(again.interview)))).toEqual(said(currentOf(stream(proposed))));
      }),
      { numRuns: 300 },
    );
  });
});
