import type { Comment, Thread, ThreadAnchor } from '../../../../../shared/interview/threads';
import type { Run, Text } from '../../../../../shared/interview/types';

/** A comment; the number is its time and, with the name, its id. */
export function said(by: string, text: string, at = 1): Comment {
  return { id: `${by}-${at}`, by, at, text };
}

export function thread(id: string, anchor: ThreadAnchor, quote: string, ...comments: readonly Comment[]): Thread {
  return { id, anchor, quote, comments: comments.length > 0 ? comments : [said('Hoa', 'Xem lại')] };
}

/** A thread about words of this block. */
export function aboutWords(id: string, block: string, quote: string, ...comments: readonly Comment[]): Thread {
  return thread(id, { kind: 'words', place: { block, part: 'text' } }, quote, ...comments);
}

/** Words with threads: marked('Năm nay ', ['lúa được mùa', 't1'], '.'). */
export function marked(...parts: readonly (string | readonly [string, ...string[]])[]): Text {
  return parts.map((part): Run => {
    if (typeof part === 'string') return { text: part };
    const [text, ...threads] = part;
    return { text, threads };
  });
}
