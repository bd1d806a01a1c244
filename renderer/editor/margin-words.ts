import type { Translate } from '../../shared/i18n/translate';
import type { Interview } from '../../shared/interview/types';
import { speakerLabels } from '../../shared/writers/speaker-labels';

/** One question and one answer, to ask what would be printed before them. */
const ASKED = { kind: 'question', id: 'question', text: [{ text: '?' }] } as const;
const ANSWERED = { kind: 'answer', id: 'answer', text: [{ text: '.' }] } as const;

/**
 * What stands in the margin beside questions and answers, as values of CSS variables: the labels as they will be printed,
 * or in a piece without labels, two words for the eye only.
 */
export function marginWords(
  interview: Interview,
  translate: Translate,
): { readonly '--word-question': string; readonly '--word-answer': string } {
  const printed = speakerLabels({ ...interview, body: [ASKED, ANSWERED] });
  return {
    '--word-question': JSON.stringify(printed.get('question') ?? translate('editor.question')),
    '--word-answer': JSON.stringify(printed.get('answer') ?? translate('editor.answer')),
  };
}
