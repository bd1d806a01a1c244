import { plainText } from '../interview/text';
import type { Interview } from '../interview/types';

/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

const MAXIMUM = 80;

/**
 * The name, without ending, of the files made from a piece: its slug, else its headline, in plain ASCII letters, digits and
 * hyphens, at most 80 characters, so that it is the same on every disk, in every zip and in an address.
 */
export function fileStem(interview: Interview): string {
  return asciiStem(interview.slug ?? '') || asciiStem(plainText(interview.headline)) || 'interview';
}

/** The empty string when nothing usable is left of the words. */
export function asciiStem(words: string): string {
  const ascii = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const whole = ascii.slice(0, MAXIMUM + 1);
  const cut = whole.length > MAXIMUM && whole.includes('-') ? whole.slice(0, whole.lastIndexOf('-')) : whole;
  const stem = cut.slice(0, MAXIMUM).replace(/^-+|-+$/g, '');
  return RESERVED.test(stem) ? `${stem}-1` : stem;
}

/** Whether a stem may stand in a file name as it is. */
export function isSafeFileStem(stem: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(stem) && !RESERVED.test(stem);
}
