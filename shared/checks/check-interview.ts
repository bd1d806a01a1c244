import type { Interview } from '../interview/types';
import { checkBlanks } from './blanks';
import { checkCharacters } from './characters';
import { checkLinks } from './links';
import { checkPairs } from './pairs';
import { checkParts } from './parts';
import { checkPhotos } from './photos';
import { checkUnknown } from './unknown';
import type { Remark } from './remark';

/** One rule or a few of one subject. Pure: it looks and tells, and changes nothing. */
export type Check = (interview: Interview) => readonly Remark[];

/** All checks, in the order a reader of the piece would meet what they speak of. */
export const CHECKS: readonly Check[] = [
  checkParts,
  checkPairs,
  checkPhotos,
  checkBlanks,
  checkCharacters,
  checkLinks,
  checkUnknown,
];

/** Everything an editor would ask about a piece before it goes on. */
export function checkInterview(interview: Interview): readonly Remark[] {
  return CHECKS.flatMap((check) => check(interview));
}
