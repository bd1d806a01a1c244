import type { Block, Interview } from '../../interview/types';
import { resolve, type Decision } from '../suggest/resolve';
import { currentOf, isEnd, weaveOf, type Item, type Weave } from '../suggest/weave';
import { carryThreads } from '../returned/carry-threads';
import { marksAround } from './round-outcome';

/** The piece after everything that `by` proposes in the answer to a question is accepted or refused; other proposals stay. */
export function decideAnswer(interview: Interview, question: string, by: string, decision: Decision): Interview {
  const picked = new Set(marksAround(interview, question).flatMap((mark) => (mark.by === by ? [mark.id] : [])));
  const picks = ({ id }: { readonly id: string }) => picked.has(id);
  const before = new Map(interview.body.map((block) => [block.id, block]));
  const stream: Weave = [
    ...placed(interview, decision, picks).flatMap((block) => stretchOf(block)),
    ...(interview.suggestions?.tail ?? []),
  ];
  const body: Block[] = [];
  let open: Item[] = [];
  for (const item of resolve(stream, decision, picks)) {
    open.push(item);
    if (!isEnd(item) || item.del) continue;
    body.push(blockOf(open, item.end.id, item.end.kind, before, decision, picks));
    open = [];
  }
  const { suggestions = {}, ...rest } = interview;
  const { tail: _tail, order, ...fields } = suggestions;
  const moved = body.some((block) => block.kind !== 'unknown' && block.moved);
  const left = { ...fields, ...(open.length > 0 ? { tail: open } : {}), ...(order && moved ? { order } : {}) };
  return { ...rest, body, ...(Object.keys(left).length > 0 ? { suggestions: left } : {}) };
}

/** The body with the picked moves decided: accepted they stay, refused they go back behind the block they stood behind. */
function placed(
  { body }: Interview,
  decision: Decision,
  picks: (mark: { readonly id: string }) => boolean,
): readonly Block[] {
  const out = [...body];
  for (const block of body) {
    if (block.kind === 'unknown' || !block.moved || !picks(block.moved)) continue;
    const { moved, ...still } = block;
    const at = out.findIndex(({ id }) => id === block.id);
    if (decision === 'accept') out[at] = still as Block;
    else {
      out.splice(at, 1);
      out.splice(moved.after === null ? 0 : out.findIndex(({ id }) => id === moved.after) + 1, 0, still as Block);
    }
  }
  return out;
}

function stretchOf(block: Block): Weave {
  const open = block.kind === 'unknown' ? undefined : block.suggestions?.['text'];
  return open ?? weaveOf([{ id: block.id, kind: block.kind, text: 'text' in block ? block.text : [] }]);
}

function blockOf(
  items: Weave,
  id: string,
  kind: string,
  before: ReadonlyMap<string, Block>,
  decision: Decision,
  picks: (mark: { readonly id: string }) => boolean,
): Block {
  const own = before.get(id);
  if (own?.kind === 'unknown') return own;
  const { suggestions = {}, ...rest } = own ?? ({ id, kind } as Block & { readonly suggestions?: undefined });
  const parts: Record<string, Weave> = {};
  const texts: Record<string, unknown> = {};
  for (const [part, weave] of Object.entries(suggestions as { readonly [part: string]: Weave })) {
    if (part === 'text') continue;
    const next = resolve(weave, decision, picks);
    const now = currentOf(next).map(({ text }) => text);
    texts[part] = part === 'items' || part === 'paragraphs' ? (now.length > 0 ? now : [[]]) : (now[0] ?? []);
    if (isOpen(next)) parts[part] = next;
  }
  const text = currentOf(items)[0]?.text ?? [];
  const threaded = own && 'text' in own ? carryThreads(text, [own.text]) : text;
  if (isOpen(items)) parts['text'] = items;
  const isText = ['paragraph', 'subhead', 'question', 'answer', 'closing'].includes(kind);
  return {
    ...rest,
    kind,
    id,
    ...(isText ? { text: threaded } : {}),
    ...texts,
    ...(Object.keys(parts).length > 0 ? { suggestions: parts } : {}),
  } as unknown as Block;
}

function isOpen(weave: Weave): boolean {
  return weave.some((item) => item.ins ?? item.del ?? (isEnd(item) ? item.end.was : item.was));
}
