import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import type { Comment, Thread, ThreadAnchor } from '../../interview/threads';
import type { Place } from '../../interview/visit';
import type { DocxComment } from '../../readers/docx/document';
import { markKey } from './project';
import type { SettledParagraph } from './project';

export interface TakenComments {
  /** All threads of the piece, with what the document says more. */
  readonly threads: readonly Thread[];
  /** The thread of each comment of the document by its number, for those that hang on words. */
  readonly threadOf: ReadonlyMap<string, string>;
  /** How many comments are new. */
  readonly added: number;
  readonly remarks: readonly Remark[];
}

interface Talk {
  readonly comments: readonly DocxComment[];
  readonly quote: string;
  readonly place: Place | null;
}

/**
 * The comments of a document as threads: those that went out with it are known by who said what when, answers join their
 * thread, the rest are new. A program that knows no answers writes them as comments on the very same words.
 */
export function takeComments(
  threads: readonly Thread[],
  comments: readonly DocxComment[],
  paragraphs: readonly SettledParagraph[],
  by: { readonly name: string; readonly at: number },
  mint: MintId,
): TakenComments {
  const next = new Map(threads.map((thread) => [thread.id, thread]));
  const threadOf = new Map<string, string>();
  const remarks: Remark[] = [];
  let added = 0;
  for (const talk of talksOf(comments, paragraphs).flatMap((each) => byThread(each, threads))) {
    const known = [...next.values()].find((thread) =>
      thread.comments.some((said) => talk.comments.some((comment) => isSame(said, comment))),
    );
    const fresh = talk.comments.filter((comment) => !known?.comments.some((said) => isSame(said, comment)));
    const said = fresh
      .filter(({ text }) => text !== '')
      .map(({ by: name, at, text }): Comment => ({ id: mint(), by: name, at, text }));
    added += said.length;
    if (fresh.length > said.length) remarks.push(note('docx-comment-empty', {}, talk.place ?? undefined));
    const done = talk.comments.some((comment) => comment.done);
    if (known) {
      const resolved = done ? (known.resolved ?? { by: by.name, at: by.at }) : undefined;
      const { resolved: _resolved, ...rest } = known;
      next.set(known.id, { ...rest, comments: [...known.comments, ...said], ...(resolved ? { resolved } : {}) });
      for (const { id } of talk.comments) threadOf.set(id, known.id);
      continue;
    }
    if (said.length === 0) continue;
    const id = mint();
    next.set(id, {
      id,
      anchor: anchorOf(talk.place),
      quote: talk.quote,
      comments: said,
      ...(done ? { resolved: { by: by.name, at: by.at } } : {}),
    });
    for (const comment of talk.comments) threadOf.set(comment.id, id);
  }
  return { threads: [...next.values()], threadOf, added, remarks };
}

/**
 * Two threads about the very same words come back as one talk from a program that knows no answers: each comment that went out
 * belongs to its own thread, what is new to the first of them.
 */
function byThread(talk: Talk, threads: readonly Thread[]): readonly Talk[] {
  const ownerOf = (comment: DocxComment) =>
    threads.find((thread) => thread.comments.some((said) => isSame(said, comment)))?.id;
  const owners = [...new Set(talk.comments.flatMap((comment) => ownerOf(comment) ?? []))];
  if (owners.length < 2) return [talk];
  return owners.map((owner) => ({
    ...talk,
    comments: talk.comments.filter((comment) => (ownerOf(comment) ?? owners[0]) === owner),
  }));
}

function anchorOf(place: Place | null): ThreadAnchor {
  if (!place) return { kind: 'piece' };
  if (place.part === 'byline') return { kind: 'field', field: 'byline' };
  if (place.part === 'block' && place.block !== undefined) return { kind: 'block', block: place.block };
  return { kind: 'words', place };
}

function isSame(said: Comment, comment: DocxComment): boolean {
  return markKey(said) === markKey(comment) && said.text.trim() === comment.text.trim();
}

/** Comments that belong together, with the words they are about. */
function talksOf(comments: readonly DocxComment[], paragraphs: readonly SettledParagraph[]): readonly Talk[] {
  const ranges = new Map<string, { key: string; quote: string; place: Place | null }>();
  paragraphs.forEach(({ spans, place }, at) =>
    spans.forEach(({ comments: own = [], text, del }, span) =>
      own.forEach((id) => {
        const range = ranges.get(id) ?? { key: `${at}.${span}`, quote: '', place };
        if (!del) range.quote += text;
        ranges.set(id, { ...range, place: range.place ?? place });
      }),
    ),
  );
  // Where a range ends tells answers apart from comments that begin at the same word.
  const lengths = (id: string) => `${ranges.get(id)?.key ?? `alone ${id}`} ${ranges.get(id)?.quote ?? ''}`;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const groups = new Map<string, DocxComment[]>();
  const hasAnswers = comments.some(({ parent }) => parent !== undefined);
  for (const comment of comments) {
    const parent = comment.parent === undefined ? undefined : byId.get(comment.parent);
    const key = parent ? `of ${parent.id}` : hasAnswers ? `of ${comment.id}` : lengths(comment.id);
    groups.set(key, [...(groups.get(key) ?? []), comment]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const range = first && ranges.get(first.id);
    return {
      comments: group.toSorted((a, b) => a.at - b.at),
      quote: (range?.quote ?? '').slice(0, 2000),
      place: range?.place ?? null,
    };
  });
}
