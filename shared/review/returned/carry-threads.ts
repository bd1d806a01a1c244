import { joinRuns } from '../../interview/text';
import type { Block, Interview, Run, Text } from '../../interview/types';
import { mapBlockTexts, textsOfBlock } from '../../interview/visit';
import { alignCells } from '../suggest/align-cells';
import type { Cell } from '../suggest/weave';

/** The text with the threads of the same words in the other texts. */
function carryThreads(text: Text, sources: readonly Text[]): Text {
  const own = unthreaded(text);
  const cells = cellsOf(own);
  const threads = cells.map(() => new Set<string>());
  for (const source of sources) {
    if (!source.some((run) => run.threads)) continue;
    const from = cellsOf(source);
    const places = alignCells(
      from.map(({ cell }) => cell),
      cells.map(({ cell }) => cell),
    );
    from.forEach(({ run }, at) => {
      const place = places[at] ?? -1;
      for (const thread of place < 0 ? [] : (run.threads ?? [])) threads[place]?.add(thread);
    });
  }
  return joinRuns(
    cells.map(({ cell, run }, at): Run => {
      const names = [...(threads[at] ?? [])];
      return { ...run, text: 'text' in cell ? cell.text : '', ...(names.length > 0 ? { threads: names } : {}) };
    }),
  );
}

function unthreaded(text: Text): Text {
  return joinRuns(
    text.map((run) => {
      const { threads: _threads, ...rest } = run;
      return rest;
    }),
  );
}

function cellsOf(text: Text): readonly { readonly cell: Cell; readonly run: Run }[] {
  return text.flatMap((run) => [...run.text].map((char) => ({ cell: { text: char, look: '' }, run })));
}

/** The piece with the threads of the others on its words, block by block. */
export function withThreadsOf(piece: Interview, others: readonly Interview[]): Interview {
  const blocks = others.map(({ body }) => new Map(body.map((block) => [block.id, block])));
  const body = piece.body.map((block): Block => {
    const sources = blocks.flatMap((map) => map.get(block.id) ?? []);
    if (!sources.some((source) => textsOfBlock(source).some(({ text }) => text.some(({ threads }) => threads))))
      return block;
    let at = -1;
    return mapBlockTexts(block, (text) => {
      at++;
      return carryThreads(
        text,
        sources.map((source) => textsOfBlock(source)[at]?.text ?? []),
      );
    });
  });
  const head = (part: 'kicker' | 'headline' | 'standfirst'): Text =>
    carryThreads(
      piece[part] ?? [],
      others.map((other) => other[part] ?? []),
    );
  return {
    ...piece,
    ...(piece.kicker ? { kicker: head('kicker') } : {}),
    headline: head('headline'),
    ...(piece.standfirst ? { standfirst: head('standfirst') } : {}),
    body,
  };
}
