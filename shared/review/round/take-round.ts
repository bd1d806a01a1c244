import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import { PROPERTY } from '../../docx/properties';
import type { MintId } from '../../interview/build';
import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import type { DocxDocument } from '../../readers/docx/document';
import { failed, ok, type Result } from '../../result';
import { matchPlaces } from '../returned/match-places';
import { projectDocument, settlePlaces } from '../returned/project';
import { takeBack } from '../returned/take-back';
import { intervieweeOf, roundBlocks, roundPairs, roundScope } from './round-answers';
import type { Round } from './round-log';
import { outcomesOf, type AnswerOutcome } from './round-outcome';

/** Why a round does not go: the piece has no answers; nothing was sent; it is no answer to a round; it is of another piece; a newer round went out. */
export type RoundFailure =
  | { readonly kind: 'round-none' }
  | { readonly kind: 'round-empty' }
  | { readonly kind: 'round-nothing-open' }
  | { readonly kind: 'round-not' }
  | { readonly kind: 'round-other' }
  | { readonly kind: 'round-older'; readonly round: number; readonly latest: number }
  | { readonly kind: 'round-version-gone' };

/** Which round a document answers. One whose properties a program has dropped is taken for the latest, if the answers are in it. */
export function roundOfDocument(
  document: DocxDocument,
  rounds: readonly Round[],
  sentOf: (round: Round) => Interview | null,
): Result<Round, RoundFailure> {
  const latest = rounds.at(-1);
  if (!latest) return failed({ kind: 'round-none' });
  const kind = document.properties.get(PROPERTY.kind);
  const id = document.properties.get(PROPERTY.piece);
  if (kind !== undefined && kind !== 'round') return failed({ kind: 'round-not' });
  if (id !== undefined) {
    const round = rounds.find((each) => each.id === id);
    if (!round) return failed({ kind: 'round-other' });
    if (round !== latest) return failed({ kind: 'round-older', round: round.number, latest: latest.number });
    return ok(round);
  }
  const sent = sentOf(latest);
  if (!sent) return failed({ kind: 'round-version-gone' });
  const scope = roundScope(sent);
  const placed = matchPlaces(settlePlaces(document.paragraphs), sent, roundBlocks(sent));
  const found = new Set(placed.flatMap(({ place }) => (place?.block && scope.has(place.block) ? [place.block] : [])));
  return found.size * 2 >= scope.size ? ok(latest) : failed({ kind: 'round-not' });
}

export interface TakenRound {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  readonly outcomes: readonly AnswerOutcome[];
  readonly changes: number;
  readonly comments: number;
}

/** What the interviewee's proposals are signed with when the piece does not name them. */
export function nameOfInterviewee(interview: Interview): string {
  const { name } = intervieweeOf(interview);
  return name !== '' ? name : /^vi\b/i.test(interview.language) ? 'Người trả lời' : 'Interviewee';
}

/**
 * Takes the document of a round back: what changed in the answers becomes proposals by the interviewee, whatever name their word
 * processor gave. Questions cannot be changed this way; a question that reads otherwise in the document is told.
 */
export function takeRound(
  piece: Interview,
  sent: Interview,
  document: DocxDocument,
  options: { readonly mint: MintId; readonly now: number },
): TakenRound {
  const by = nameOfInterviewee(sent);
  const taken = takeBack(piece, document, {
    mint: options.mint,
    by,
    at: document.savedAt || options.now,
    base: sent,
    scope: roundScope(sent),
    all: true,
  });
  return {
    ...taken,
    remarks: [...taken.remarks, ...changedQuestions(sent, document)],
    outcomes: outcomesOf(sent, taken.interview, taken.interview, by),
  };
}

function changedQuestions(sent: Interview, document: DocxDocument): readonly Remark[] {
  const placed = matchPlaces(settlePlaces(document.paragraphs), sent, roundBlocks(sent));
  const now = projectDocument(placed, () => true);
  return roundPairs(sent).flatMap(({ number, question }) => {
    const theirs = now.find(({ place }) => place?.block === question.id);
    const words = plainText(theirs?.text);
    const place = { block: question.id, part: 'text' };
    if (!theirs) return [note('round-question-gone', { number }, place)];
    // A program that drops styles leaves the number among the words.
    const same = words === plainText(question.text) || words.endsWith(` ${plainText(question.text)}`);
    return same ? [] : [note('round-question-changed', { number, text: words.slice(0, 300) }, place)];
  });
}
