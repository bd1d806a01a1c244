import type { MintId } from '../../interview/build';
import type { Interview } from '../../interview/types';
import { decideSuggestions } from '../suggest/decide';
import type { Decision } from '../suggest/resolve';
import { marksAround } from './round-outcome';

/** The piece after everything that `by` proposes in the answer to a question is accepted or refused; other proposals stay. */
export function decideAnswer(
  interview: Interview,
  question: string,
  by: string,
  decision: Decision,
  mint: MintId,
): Interview {
  const picked = new Set(marksAround(interview, question).flatMap((mark) => (mark.by === by ? [mark.id] : [])));
  return decideSuggestions(interview, decision, ({ id }) => picked.has(id), mint);
}
