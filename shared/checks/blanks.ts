import type { Interview } from '../interview/types';
import { openBlanks } from '../templates/variables';
import { warning, type Remark } from './remark';

/** No blank of the template is left where readers would see it. */
export function checkBlanks(interview: Interview): readonly Remark[] {
  return openBlanks(interview).map(({ label, place }) => warning('blank-open', { label }, place));
}
