import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import type { SuggestionMark, Weave } from '../../interview/suggestions';
import { publishedOf } from '../../interview/published';
import type { Interview } from '../../interview/types';
import type { DocxDocument } from '../../readers/docx/document';
import { mergeInterviews } from '../merge/merge-interviews';
import { proposeChange } from '../propose';
import { marksOf } from '../suggest/hunks';
import { withThreadsOf } from './carry-threads';
import { interviewAt } from './interview-at';
import { matchPlaces } from './match-places';
import { movesAtOnce } from './moves-at-once';
import { markKey, marksOfDocument, projectDocument, settlePlaces } from './project';
import { takeComments } from './take-comments';

export interface TakeBackOptions {
  readonly mint: MintId;
  /** Whose the changes are that the document does not track, and when they were made (milliseconds since 1970). */
  readonly by: string;
  readonly at: number;
  /** The piece as it stood when the document was made; without it the piece is taken to be unchanged since. */
  readonly base?: Interview;
  /** The piece was read from this very document: only what the document tracks is a change. */
  readonly fresh?: boolean;
  /** The blocks that the document may change; all when it is absent. */
  readonly scope?: ReadonlySet<string>;
  /** All changes are this person's, whatever name their word processor gave. */
  readonly all?: boolean;
}

/** stranger: hardly a paragraph of the document stands in the piece; round: it answers a round and goes the other way in. */
export type TakeBackFailure = { readonly kind: 'docx-stranger' } | { readonly kind: 'docx-is-round' };

export interface TakenBack {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  /** How many marks of the document became proposals, untracked changes counting as one; and how many comments are new. */
  readonly changes: number;
  readonly comments: number;
}

/**
 * Takes a document that was made from the piece back into it: every change that it tracks as a proposal by its author at its
 * time, every change that it does not track as one by `by`, every comment in its thread. Our own proposals that went out with
 * it are known again. The piece's words are never changed but by proposals, each of which can be refused.
 */
export function takeBack(piece: Interview, document: DocxDocument, options: TakeBackOptions): TakenBack {
  const { mint, by, at, scope, all = false, fresh = false } = options;
  const settled = matchPlaces(
    movesAtOnce(settlePlaces(document.paragraphs)),
    options.base ?? piece,
    shownBlocks(options.base ?? piece, scope),
  );
  const known = new Set(marksOfPiece(piece).map(markKey));
  const marks = marksOfDocument(settled).filter((mark) => !known.has(markKey(mark)));
  const ids = new Map<number, string>();
  const taken = new Set(piece.body.map((block) => block.id));
  const idFor = (member: number) => {
    let id = ids.get(member) ?? mint();
    while (!ids.has(member) && taken.has(id)) id = mint();
    ids.set(member, id);
    return id;
  };
  const shownFields = new Set(settled.flatMap(({ place }) => (place && place.block === undefined ? [place.part] : [])));
  const {
    threads,
    threadOf,
    added,
    remarks: said,
  } = takeComments(piece.threads ?? [], document.comments, settled, { name: by, at }, mint);
  const threadsOf = (comments: readonly string[]) => comments.flatMap((id) => threadOf.get(id) ?? []);
  const remarks: Remark[] = [...document.remarks, ...said];
  const origin = publishedOf(options.base ?? piece);
  const conflicts = new Set<string>();

  const momentAfter = (done: ReadonlySet<string>) => {
    const paragraphs = projectDocument(
      settled,
      (mark) => known.has(markKey(mark)) || done.has(markKey(mark)),
      threadsOf,
    );
    return interviewAt(origin, paragraphs, { idFor, shownFields, ...(scope ? { scope } : {}) });
  };
  // What was cleaned when the document was read is no change that it makes.
  const base = fresh ? momentAfter(new Set()).interview : options.base && origin;
  const nextAfter = (marksDone: ReadonlySet<string>) => {
    const moment = momentAfter(marksDone);
    return { ...moment, interview: rebased(moment.interview, base, piece, conflicts) };
  };

  let current = piece;
  let changes = 0;
  const stem = mint();
  const propose = (next: Interview, mark: SuggestionMark) => {
    const proposed = proposeChange(current, next, mark);
    if (proposalsOf(proposed) !== proposalsOf(current)) changes++;
    current = proposed;
  };
  const done = new Set<string>();
  let last = nextAfter(done);
  propose(last.interview, { id: stem, by, at });
  for (const [index, mark] of marks.entries()) {
    done.add(markKey(mark));
    last = nextAfter(done);
    propose(last.interview, { ...mark, ...(all ? { by } : {}), id: `${stem}.${index + 1}` });
  }
  remarks.push(...last.remarks);
  for (const block of conflicts) remarks.push(note('docx-both-changed', {}, { block, part: 'block' }));
  // Where a comment stands is what the document says, whatever was merged with it.
  const withTalk = withThreadsOf(current, [piece, momentAfter(done).interview]);
  return {
    interview: threads.length > 0 ? { ...withTalk, threads } : withTalk,
    remarks: distinct(remarks),
    changes,
    comments: added,
  };
}

/** What the document says, on top of what was done to the piece since; where both changed the same, what the document says. */
function rebased(theirs: Interview, base: Interview | undefined, piece: Interview, conflicts: Set<string>): Interview {
  if (!base) return { ...theirs };
  const merged = mergeInterviews(base, publishedOf(piece), theirs);
  const disputed = new Set(merged.conflicts.flatMap(({ place }) => place.block ?? []));
  for (const block of disputed) conflicts.add(block);
  const own = new Map(theirs.body.map((block) => [block.id, block]));
  const fields = new Set(merged.conflicts.flatMap(({ place }) => (place.block === undefined ? [place.part] : [])));
  const { kicker, headline, standfirst } = theirs;
  return {
    ...merged.interview,
    ...(fields.has('kicker') && kicker ? { kicker } : {}),
    ...(fields.has('headline') ? { headline } : {}),
    ...(fields.has('standfirst') && standfirst ? { standfirst } : {}),
    body: merged.interview.body.map((block) => (disputed.has(block.id) ? (own.get(block.id) ?? block) : block)),
  };
}

/** A document with a scope shows the questions too. */
function shownBlocks({ body }: Interview, scope: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return scope && new Set(body.flatMap(({ id, kind }) => (kind === 'question' || scope.has(id) ? [id] : [])));
}

/** Every open proposal of a piece, by its mark. */
function marksOfPiece(piece: Interview): readonly SuggestionMark[] {
  const { order: _order, ...fields } = piece.suggestions ?? {};
  const weaves: Weave[] = Object.values(fields);
  const moves: SuggestionMark[] = [];
  for (const block of piece.body) {
    if (block.kind === 'unknown') continue;
    weaves.push(...Object.values(block.suggestions ?? {}));
    if (block.moved) moves.push(block.moved);
  }
  return [...weaves.flat().flatMap(marksOf), ...moves];
}

function proposalsOf(piece: Interview): string {
  return JSON.stringify(marksOfPiece(piece).map(({ id }) => id));
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Set<string>();
  return remarks.filter((remark) => {
    const key = JSON.stringify(remark);
    return !seen.has(key) && seen.add(key);
  });
}
