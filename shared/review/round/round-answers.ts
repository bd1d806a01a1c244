import { isBlank } from '../../interview/text';
import { pairsOf } from '../../interview/pairs';
import type { Block, Interview, Question } from '../../interview/types';
import { isBlankBlock } from '../../writers/blank-block';

/** A question with what the interviewee said to it, as it goes out. */
export interface RoundPair {
  /** From 1, in the order of the piece. */
  readonly number: number;
  readonly question: Question;
  /** Answers and lists within them: what the interviewee may change. */
  readonly answers: readonly Block[];
}

/** The pairs that a round shows: photos, boxes and pull quotes are not theirs to read line by line. */
export function roundPairs({ body }: Interview): readonly RoundPair[] {
  return pairsOf(body)
    .map(({ question, answers }) => ({
      question,
      answers: answers.filter((block) => isAnswer(block) && !isBlankBlock(block)),
    }))
    .filter(({ question, answers }) => !isBlank(question.text) && answers.length > 0)
    .map((pair, at) => ({ number: at + 1, ...pair }));
}

function isAnswer({ kind }: Block): boolean {
  return kind === 'answer' || kind === 'list' || kind === 'paragraph';
}

/** The blocks that a document of the round may change. */
export function roundScope(interview: Interview): ReadonlySet<string> {
  return new Set(roundPairs(interview).flatMap(({ answers }) => answers.map(({ id }) => id)));
}

/** Every block that a document of the round shows. */
export function roundBlocks(interview: Interview): ReadonlySet<string> {
  return new Set(
    roundPairs(interview).flatMap(({ question, answers }) => [question.id, ...answers.map(({ id }) => id)]),
  );
}

/** Who answers, as the covering note and the proposals call them. */
export function intervieweeOf({ people }: Interview): { readonly name: string; readonly called: string } {
  const person = people.find(({ part }) => part === 'interviewee');
  if (!person) return { name: '', called: '' };
  return { name: person.name, called: [person.honorific, person.name].filter(Boolean).join(' ') };
}
