import { joinRuns, makeRun } from './text';
import type { Block, Interview, Text } from './types';
import { mapBlockTexts } from './visit';

/**
 * The piece without what the newsroom says of it: threads, their places in the text, and the marks of open proposals. The
 * words stay as they stand, as if every proposal were accepted. What goes out of the house is made from this.
 */
export function publishedOf(interview: Interview): Interview {
  const { threads: _threads, suggestions: _suggestions, kicker, standfirst, ...rest } = interview;
  return {
    ...rest,
    ...(kicker ? { kicker: publishedText(kicker) } : {}),
    headline: publishedText(interview.headline),
    ...(standfirst ? { standfirst: publishedText(standfirst) } : {}),
    body: interview.body.map(publishedBlock),
  };
}

/** The same of one block. */
export function publishedBlock(block: Block): Block {
  if (block.kind === 'unknown') return block;
  const { suggestions: _suggestions, moved: _moved, ...rest } = block;
  return mapBlockTexts(rest, publishedText);
}

function publishedText(text: Text): Text {
  if (!text.some(({ threads }) => threads)) return text;
  return joinRuns(text.map((run) => makeRun(run.text, run.marks, run.link)));
}
