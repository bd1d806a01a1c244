import { plainText, toText } from '../../shared/interview/text';
import type { Block, Interview } from '../../shared/interview/types';
import { paragraphOf, stretchOf, withStretch } from '../../shared/review/suggest/body';
import { updateWeave } from '../../shared/review/suggest/update';

/** The first moment of the proposals: 26 November 2026, 22:04 in Việt Nam. */
const FIRST = Date.UTC(2026, 10, 26, 15, 4);

/**
 * The piece with `perBlock` proposals in every text of the body, by these authors in turn: words added, taken out and put in
 * place of others, spread over the text.
 */
export function withProposals(piece: Interview, perBlock: number, authors: readonly string[]): Interview {
  let count = 0;
  const body = piece.body.map((block): Block => {
    if (!('text' in block)) return block;
    let now: Block = block;
    let weave = stretchOf(block);
    for (let at = 0; at < perBlock; at += 1) {
      const words = plainText('text' in now ? now.text : []).split(' ');
      const place = Math.floor(((at + 0.5) * words.length) / perBlock);
      if (words.length < perBlock * 2 || words[place] === undefined) continue;
      const [way, step] = [count % 3, count];
      words.splice(place, way === 0 ? 0 : 1, ...(way === 1 ? [] : [way === 0 ? 'cũng' : 'nhiều']));
      now = { ...now, text: toText(words.join(' ')) } as Block;
      const by = authors[count % authors.length] ?? '';
      weave = updateWeave(weave, [paragraphOf(now)], { id: `s${step}`, by, at: FIRST + step * 61_000 });
      count += 1;
    }
    return withStretch(now, weave);
  });
  return { ...piece, body };
}

/** The same with `count` comment threads, spread over the words of the body. */
export function withThreads(piece: Interview, count: number): Interview {
  const threads = Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    anchor: { kind: 'words' as const, place: { block: '', part: 'text' } },
    quote: '',
    comments: [{ id: `c${at}`, by: 'Mai', at: FIRST + at * 1000, text: 'Kiểm tra lại chỗ này.' }],
  }));
  const texts = piece.body.filter((block) => 'text' in block && block.text.length > 0);
  const perBlock = Math.ceil(count / Math.max(1, texts.length));
  let used = 0;
  const body = piece.body.map((block): Block => {
    if (!('text' in block) || block.text.length === 0) return block;
    const words = plainText(block.text).split(' ');
    const runs = words.flatMap((word, at) => {
      const space = at === 0 ? '' : ' ';
      const step = Math.max(2, Math.floor(words.length / perBlock));
      if (at % step !== 1 || used >= count) return [{ text: `${space}${word}` }];
      const id = `t${used++}`;
      const thread = threads[used - 1];
      if (thread)
        Object.assign(thread, { anchor: { kind: 'words', place: { block: block.id, part: 'text' } }, quote: word });
      return [...(space ? [{ text: space }] : []), { text: word, threads: [id] }];
    });
    const joined = runs.reduce<{ text: string; threads?: string[] }[]>((list, run) => {
      const last = list.at(-1);
      if (last && !last.threads && !('threads' in run)) last.text += run.text;
      else list.push({ ...run });
      return list;
    }, []);
    return { ...block, text: joined } as Block;
  });
  return { ...piece, body, threads };
}
