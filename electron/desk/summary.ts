import { pairsOf } from '../../shared/interview/pairs';
import { shownPictures } from '../../shared/interview/shown-pictures';
import { isBlank, plainText } from '../../shared/interview/text';
import type { Block, Interview } from '../../shared/interview/types';
import { textsOfBlock } from '../../shared/interview/visit';
import type { DeskFailure, PieceId, PieceSummary } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';

/** What the desk shows of a piece. One that cannot be read is shown under its folder's name. */
export function summarise(
  id: PieceId,
  modified: number,
  read: Result<Interview, DeskFailure | ReadFailure>,
): PieceSummary {
  if (!read.ok)
    return { id, headline: '', interviewee: '', modified, pairs: 0, answered: 0, photos: 0, problem: read.failure };
  const { headline, people, body } = read.value;
  const pairs = pairsOf(body);
  return {
    id,
    headline: plainText(headline),
    interviewee: people.find((person) => person.part === 'interviewee')?.name ?? '',
    modified,
    pairs: pairs.length,
    answered: pairs.filter(({ answers }) => answers.some(hasWords)).length,
    photos: shownPictures({ body }).filter(({ photoId }) => photoId !== undefined).length,
  };
}

/** As the checks see it: a box or a photo beside a question answers nothing. */
function hasWords(block: Block): boolean {
  return (block.kind === 'answer' || block.kind === 'list') && textsOfBlock(block).some(({ text }) => !isBlank(text));
}
