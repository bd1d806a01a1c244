import { formatByline } from './byline';
import { plainText } from './text';
import type { Interview } from './types';
import { textsOf } from './visit';

/** The whole piece as plain paragraphs in reading order, with its byline: for a clipboard, when nothing else takes it. */
export function interviewAsPlainText(interview: Interview): string {
  const texts = textsOf(interview).map(({ text }) => plainText(text));
  return [...texts, formatByline(interview.byline)].filter((line) => line !== '').join('\n\n');
}
