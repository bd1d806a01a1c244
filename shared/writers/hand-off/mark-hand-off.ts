import type { HandOff, HandOffRun } from './story';

/**
 * The piece with words before its headline that no layout desk can overlook: what an unapproved piece carries into formats that
 * have no other place for it. Without a headline they are one.
 */
export function markHandOff(handOff: HandOff, words: string): HandOff {
  const { headline } = handOff;
  const mark: HandOffRun = { text: `[${words}]` };
  if (!headline) return { ...handOff, headline: { style: 'headline', runs: [mark] } };
  return { ...handOff, headline: { ...headline, runs: [{ text: `${mark.text} ` }, ...headline.runs] } };
}
