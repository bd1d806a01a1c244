import type { Interview } from '../interview/types';
import { textsOf } from '../interview/visit';
import { note, type Remark } from './remark';

/** Links that readers would be warned about by their browser. */
export function checkLinks(interview: Interview): readonly Remark[] {
  return textsOf(interview).flatMap(({ place, text }) =>
    text.flatMap(({ link }) => (link && /^http:/i.test(link) ? [note('link-not-secure', { link }, place)] : [])),
  );
}
