import { pairsOf } from '../interview/pairs';
import { isBlank, plainText } from '../interview/text';
import type { Block, Interview } from '../interview/types';
import { textsOfBlock } from '../interview/visit';
import { note, warning, type Remark } from './remark';

/** Every question is asked in words and answered; no other block stands empty. */
export function checkPairs(interview: Interview): readonly Remark[] {
  const pairs = pairsOf(interview.body);
  const remarks = pairs.flatMap(({ question, answers }, at): Remark[] => {
    const place = { block: question.id, part: 'text' };
    const answered = answers.some(
      (block) =>
        (block.kind === 'answer' || block.kind === 'list') && textsOfBlock(block).some(({ text }) => !isBlank(text)),
    );
    return [
      ...(isBlank(question.text) ? [warning('question-empty', { number: at + 1 }, place)] : []),
      // A question without words is told as an empty one: there is nothing to quote, and nothing to answer yet.
      ...(answered || isBlank(question.text)
        ? []
        : [warning('question-without-answer', { number: at + 1, question: shorten(plainText(question.text)) }, place)]),
    ];
  });
  return [...remarks, ...interview.body.flatMap(checkEmpty)];
}

const TOLD_ELSEWHERE: ReadonlySet<Block['kind']> = new Set(['unknown', 'question', 'photo', 'gallery', 'closing']);

function checkEmpty(block: Block): readonly Remark[] {
  // A closing without words is told as a missing one, a question as an empty one, photos by their own rules.
  if (TOLD_ELSEWHERE.has(block.kind)) return [];
  const texts = textsOfBlock(block);
  const [first] = texts;
  if (first && texts.every(({ text }) => isBlank(text))) return [note('block-empty', {}, first.place)];
  return texts.flatMap(({ place, text }) =>
    isBlank(text) && place.index !== undefined ? [note('item-empty', {}, place)] : [],
  );
}

/** The first words of a long line, for a sentence that quotes it. */
function shorten(line: string): string {
  const words = line.split(' ');
  return words.length <= 10 ? line : `${words.slice(0, 10).join(' ')}…`;
}
