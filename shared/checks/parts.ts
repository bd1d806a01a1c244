import { isBlank } from '../interview/text';
import type { Interview } from '../interview/types';
import { warning, type Remark } from './remark';

/** The parts that an interview in a newspaper has: headline, standfirst, at least one question, thanks, byline. */
export function checkParts(interview: Interview): readonly Remark[] {
  const { body } = interview;
  const last = body.at(-1);
  const closed = last?.kind === 'closing' && !isBlank(last.text);
  const signed = interview.byline.some(({ name }) => name.trim() !== '');
  return [
    ...(isBlank(interview.headline) ? [warning('headline-missing', {}, { part: 'headline' })] : []),
    ...(isBlank(interview.standfirst) ? [warning('standfirst-missing', {}, { part: 'standfirst' })] : []),
    ...(body.some((block) => block.kind === 'question') ? [] : [warning('no-questions')]),
    ...(closed
      ? []
      : [warning('closing-missing', {}, last?.kind === 'closing' ? { block: last.id, part: 'text' } : undefined)]),
    ...(signed ? [] : [warning('byline-missing', {}, { part: 'byline' })]),
  ];
}
