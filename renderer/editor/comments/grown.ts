import { fold } from '../../../shared/text/fold';

/** By how many UTF-16 units words have grown at their two ends. */
export interface Grown {
  readonly start: number;
  readonly end: number;
}

/**
 * What was typed before and behind the words of a thread; both 0 when they were changed inside or not at all. Accents do not
 * count: a Vietnamese input method puts the tone of a syllable over a letter that stood there before.
 */
export function grown(before: string, now: string): Grown {
  const none = { start: 0, end: 0 };
  if (before === '' || now.length <= before.length) return none;
  const at = indexIn(now, before);
  return at < 0 ? none : { start: at, end: now.length - at - before.length };
}

function indexIn(now: string, before: string): number {
  const exact = now.indexOf(before);
  return exact >= 0 ? exact : fold(now).indexOf(fold(before));
}
