import { toText } from '../../../shared/interview/text';
import { normaliseText } from '../../../shared/interview/normalise';
import type { Pasted } from './pasted';

/** Plain text as paragraphs: one for each line that is not blank. */
export function readPlain(text: string): Pasted {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => normaliseText(toText(line.trim())))
    .filter((line) => line.length > 0)
    .map((line) => ({ kind: 'paragraph', text: line }));
}
