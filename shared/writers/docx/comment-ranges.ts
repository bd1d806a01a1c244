import type { Thread } from '../../interview/threads';
import { element } from '../hand-off/xml';
import type { DocumentContent, ManuscriptPart, NotePart } from './content';

type Part = ManuscriptPart | NotePart;

interface Range {
  readonly first: readonly [Part, number];
  last: readonly [Part, number];
}

/** The number in the file of each comment of each thread. */
export function commentNumbers(threads: readonly Thread[]): ReadonlyMap<string, readonly number[]> {
  let next = 0;
  return new Map(threads.map(({ id, comments }) => [id, comments.map(() => next++)]));
}

/** What the comments of a document are about: where each begins and ends, at a span of a part; -1 stands for the whole part. */
export class CommentRanges {
  private readonly ranges: ReadonlyMap<string, Range>;
  private readonly numbers: ReadonlyMap<string, readonly number[]>;

  constructor(threads: readonly Thread[], parts: readonly DocumentContent[]) {
    this.ranges = rangesOf(parts.flatMap((part) => (part.kind === 'locked' ? part.parts : [part])));
    this.numbers = commentNumbers(threads);
  }

  /** Starts of the ranges whose thread begins here. */
  opened(part: ManuscriptPart, span: number): string {
    return this.numbersAt(part, span, 'first')
      .map((id) => element('w:commentRangeStart', { 'w:id': id }))
      .join('');
  }

  closed(part: ManuscriptPart, span: number): string {
    return this.numbersAt(part, span, 'last')
      .map(
        (id) =>
          element('w:commentRangeEnd', { 'w:id': id }) +
          element('w:r', {}, element('w:commentReference', { 'w:id': id })),
      )
      .join('');
  }

  private numbersAt(part: ManuscriptPart, span: number, which: 'first' | 'last'): readonly number[] {
    const own = part.kind === 'paragraph' && span >= 0 ? part.spans[span]?.threads : part.threads;
    return (own ?? []).flatMap((thread) => {
      const range = this.ranges.get(thread);
      return range?.[which][0] === part && range[which][1] === span ? (this.numbers.get(thread) ?? []) : [];
    });
  }
}

function rangesOf(parts: readonly Part[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const meet = (thread: string, part: Part, span: number) => {
    const known = ranges.get(thread);
    if (known) known.last = [part, span];
    else ranges.set(thread, { first: [part, span], last: [part, span] });
  };
  for (const part of parts) {
    if (part.kind === 'note') continue;
    for (const thread of part.threads ?? []) meet(thread, part, -1);
    if (part.kind === 'paragraph')
      part.spans.forEach(({ threads = [] }, at) => threads.forEach((thread) => meet(thread, part, at)));
  }
  return ranges;
}
