import fc from 'fast-check';
import { asText } from '../../../../shared/interview/build';
import { plainText } from '../../../../shared/interview/text';
import type { Block, Interview } from '../../../../shared/interview/types';
import { words } from '../../../support/arbitraries';

/** One thing that a person does to a piece; numbers are taken modulo what is there. */
export type Revision =
  | {
      readonly kind: 'insert' | 'delete' | 'replace';
      readonly block: number;
      readonly from: number;
      readonly length: number;
      readonly words: string;
    }
  | { readonly kind: 'new' | 'remove' | 'move'; readonly block: number; readonly to: number; readonly words: string }
  | { readonly kind: 'headline' | 'section'; readonly words: string };

const number = fc.nat(60);

export const revision: fc.Arbitrary<Revision> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const, 'replace' as const),
    block: number,
    from: number,
    length: number,
    words,
  }),
  fc.record({
    kind: fc.constantFrom('new' as const, 'remove' as const, 'move' as const),
    block: number,
    to: number,
    words,
  }),
  fc.record({ kind: fc.constantFrom('headline' as const, 'section' as const), words }),
);

/** The piece after the revision; `name` keeps the ids of new blocks apart. Works on words, so that texts stay readable. */
export function revise(interview: Interview, step: Revision, name: string): Interview {
  if (!('block' in step))
    return step.kind === 'headline'
      ? { ...interview, headline: asText(step.words) }
      : { ...interview, section: step.words };
  const { body } = interview;
  // The closing stays the last: a merge that moved it would be repaired, which is another test's business.
  const end = body.at(-1)?.kind === 'closing' ? body.length - 1 : body.length;
  const at = end === 0 ? 0 : step.block % end;
  const block = body[at];
  if (step.kind === 'new' || !block || at >= end) {
    const place = end === 0 ? 0 : ('to' in step ? step.to : 0) % (end + 1);
    const fresh: Block = {
      kind: 'answer',
      id: `${name}-${body.length}-${place}-${step.block}`,
      text: asText(step.words),
    };
    if (body.some(({ id }) => id === fresh.id)) return interview;
    return { ...interview, body: [...body.slice(0, place), fresh, ...body.slice(place)] };
  }
  const others = body.filter((each) => each !== block);
  if ('from' in step) return { ...interview, body: body.map((each) => (each === block ? retyped(block, step) : each)) };
  if (step.kind === 'remove') return { ...interview, body: others };
  const place = step.to % end;
  return { ...interview, body: [...others.slice(0, place), block, ...others.slice(place)] };
}

function retyped(block: Block, step: Extract<Revision, { readonly from: number }>): Block {
  if (!('text' in block)) return block;
  const parts = plainText(block.text).split(' ');
  const from = step.from % (parts.length + 1);
  const cut = step.kind === 'insert' ? 0 : 1 + (step.length % 4);
  const put = step.kind === 'delete' ? [] : step.words.split(' ');
  return { ...block, text: asText([...parts.slice(0, from), ...put, ...parts.slice(from + cut)].join(' ')) };
}
