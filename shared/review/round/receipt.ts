import type { Language } from '../../i18n/translate';
import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import type { DocumentContent, NotePart } from '../../writers/docx/content';
import { ROUND_STYLES } from '../../writers/docx/looks';
import { intervieweeOf } from './round-answers';
import { changedLines, type AnswerOutcome } from './round-outcome';
import { roundWords } from './round-words';

/** What became of the changes that the interviewee asked for, as it is written to them. */
export interface ReceiptContent {
  readonly language: Language;
  readonly title: string;
  readonly letter: readonly string[];
  readonly rows: readonly ReceiptRow[];
}

export interface ReceiptRow {
  readonly question: string;
  readonly outcome: string;
  /** With its label, or ''. */
  readonly reason: string;
  readonly texts: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** Only answers that they changed are listed; of an answer that was taken as asked, the words stand once. */
export function receiptOf(
  interview: Interview,
  number: number,
  outcomes: readonly AnswerOutcome[],
  language: Language,
): ReceiptContent {
  const words = roundWords(language);
  const { receipt } = words;
  const changed = outcomes.filter(({ outcome }) => outcome !== 'same');
  const count = (wanted: AnswerOutcome['outcome']) => changed.filter(({ outcome }) => outcome === wanted).length;
  const headline = plainText(interview.headline);
  return {
    language,
    title: receipt.title(number),
    letter: [
      words.greeting(intervieweeOf(interview).called),
      receipt.letter({ headline, accepted: count('accept') + count('part'), refused: count('refuse') }),
      ...(changed.length < outcomes.length ? [receipt.unchanged] : []),
      words.thanks,
      // As a letter is signed: without what each of them did.
      interview.byline.map(({ name }) => name).join(' - '),
    ],
    rows: changed.map(({ number: at, asks, outcome, reason, sent, asked, now }) => {
      const changes = changedLines(sent, asked);
      return {
        question: `${words.question(at)}${asks}`,
        outcome: receipt.outcome[outcome],
        reason: reason === '' ? '' : `${receipt.reason}: ${reason}`,
        texts: [
          { title: receipt.sent, lines: changes.a },
          { title: receipt.asked, lines: changes.b },
          ...(outcome === 'part' ? [{ title: receipt.printed, lines: changedLines(now, sent).a }] : []),
        ].filter(({ lines }) => lines.length > 0),
      };
    }),
  };
}

/** The receipt as the paragraphs of a document. */
export function receiptDocument({ title, letter, rows }: ReceiptContent): readonly DocumentContent[] {
  const note = (style: string, text: string, look = ''): NotePart => ({ kind: 'note', style, spans: [{ text, look }] });
  return [
    note(ROUND_STYLES.title, title),
    ...letter.map((line) => note(ROUND_STYLES.note, line)),
    ...rows.flatMap(({ question, outcome, reason, texts }) => [
      note(ROUND_STYLES.lockedQuestion, question),
      note(ROUND_STYLES.note, outcome, 'bold '),
      ...(reason === '' ? [] : [note(ROUND_STYLES.note, reason)]),
      ...texts.flatMap(({ title: name, lines }) => [
        note(ROUND_STYLES.note, name, 'italic '),
        ...lines.map((line) => note('GalleyAnswer', line)),
      ]),
    ]),
  ];
}
