import { joinRuns } from './text';
import type { Block, Interview, Text } from './types';
import { mapBlockAlts, mapBlockTexts } from './visit';

/** Tab, line ends and the other control characters: a text is one line of inline text. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Half of a surrogate pair standing alone: it cannot be written as UTF-8. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** What a text may not hold, set right: line ends and control characters become one space, broken characters U+FFFD. */
export function cleanCharacters(text: string): string {
  return text.replace(CONTROLS, ' ').replace(LONE_SURROGATES, '\ufffd');
}

/** A text in its one canonical form: clean characters, NFC, neighbours with equal marks joined. */
export function normaliseText(text: Text): Text {
  return joinRuns(text.map((run) => ({ ...run, text: cleanCharacters(run.text) })));
}

export function normaliseBlock(block: Block): Block {
  if (block.kind === 'unknown') return block;
  return mapBlockAlts(mapBlockTexts(block, normaliseText), (alt) => cleanCharacters(alt).normalize('NFC'));
}

/**
 * The interview in its canonical form: every text canonical, and an empty kicker or standfirst absent.
 * Two interviews that say the same are equal as data in this form; doing it twice changes nothing.
 */
export function normalise(interview: Interview): Interview {
  const { kicker, standfirst, ...rest } = interview;
  const canonical = { kicker: normaliseText(kicker ?? []), standfirst: normaliseText(standfirst ?? []) };
  return {
    ...rest,
    ...(canonical.kicker.length ? { kicker: canonical.kicker } : {}),
    headline: normaliseText(interview.headline),
    ...(canonical.standfirst.length ? { standfirst: canonical.standfirst } : {}),
    body: interview.body.map(normaliseBlock),
  };
}
