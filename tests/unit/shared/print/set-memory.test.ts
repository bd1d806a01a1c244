import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composePages } from '../../../../shared/print/compose-pages';
import { WidthTable } from '../../../../shared/print/metrics';
import { SetMemory } from '../../../../shared/print/set-memory';
import { SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import { anyInterview } from '../../../support/arbitraries';
import * as make from '../../../support/builders';

/** Measures what a table asks for; every letter is half an em wide, and an m a whole one. */
function measured(table: WidthTable): number {
  const wanted = table.takeWanted();
  for (const list of wanted)
    table.add(
      list,
      list.words.map((word) => word.length * 0.5 + word.split('m').length * 0.5),
    );
  return wanted.length;
}

function compose(
  interview: Parameters<typeof composePages>[0],
  page: (typeof SHIPPED_TEMPLATES)[number],
  table: WidthTable,
) {
  for (;;) {
    const composed = composePages(structuredClone(interview), structuredClone(page), table);
    if (measured(table) === 0) return composed;
  }
}

describe('SetMemory', () => {
  test('what was set before gives the page that is set anew, whatever was set in between', () => {
    const kept = new WidthTable();
    fc.assert(
      fc.property(anyInterview, fc.constantFrom(...SHIPPED_TEMPLATES), (interview, page) => {
        const again = compose(interview, page, kept);
        expect(again.plan).toEqual(compose(interview, page, new WidthTable()).plan);
        expect(compose(interview, page, kept).plan).toEqual(again.plan);
      }),
      { numRuns: 40 },
    );
  });

  test('an edit sets its own paragraph only', () => {
    const piece = (words: string) => make.interview(make.q('Vì sao?'), ...make.a('Một đoạn không đổi.', words));
    const [page] = SHIPPED_TEMPLATES;
    if (!page) throw new Error('no template');
    const table = new WidthTable();
    const lines = (words: string) =>
      compose(piece(words), page, table).story.pieces.map((set) => (set.kind === 'flow' ? set.lines : []));
    const [question, first, second] = lines('Đoạn này đổi.');
    const edited = lines('Đoạn này đã đổi.');
    expect(edited[0]).toBe(question);
    expect(edited[1]).toBe(first);
    expect(edited[2]).not.toEqual(second);
  });

  test('a guess is not kept, and what was used longest ago goes first', () => {
    const memory = new SetMemory(8);
    const set = (key: string, final = true) =>
      memory.of(
        key,
        () => ({ key }),
        () => final,
      );
    expect(set('guess', false)).not.toBe(set('guess', false));
    const [one, two] = [set('one1'), set('two2')];
    expect(set('one1')).toBe(one);
    set('new3');
    expect(set('one1')).toBe(one);
    expect(set('two2')).not.toBe(two);
  });
});
