import { translator } from '../../shared/i18n/translate';
import type { Photo } from '../../shared/interview/types';
import { markHandOff } from '../../shared/writers/hand-off/mark-hand-off';
import { handOffOf, type HandOff } from '../../shared/writers/hand-off/story';
import type { Making } from './making';

/** The piece as a layout desk takes it, marked as a proof when it is one. */
export function handOffStory(
  { interview, stamp, language }: Pick<Making, 'interview' | 'stamp' | 'language'>,
  hasPhoto?: (photo: Photo) => boolean,
): HandOff {
  const story = handOffOf(interview, hasPhoto);
  return stamp?.kind === 'proof' ? markHandOff(story, translator(language)('review.proof')) : story;
}
