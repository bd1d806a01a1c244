import type { Block, Question } from './types';

/** A question and everything up to the next one; the closing belongs to no pair. */
export interface Pair {
  readonly question: Question;
  readonly answers: readonly Block[];
}

/** The pairs of a body in order. What stands before the first question and the closing are in none. */
export function pairsOf(body: readonly Block[]): readonly Pair[] {
  const pairs: { question: Question; answers: Block[] }[] = [];
  for (const block of body) {
    if (block.kind === 'question') pairs.push({ question: block, answers: [] });
    else if (block.kind !== 'closing') pairs.at(-1)?.answers.push(block);
  }
  return pairs;
}
