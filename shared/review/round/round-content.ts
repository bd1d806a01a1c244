import type { Language } from '../../i18n/translate';
import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import { intervieweeOf, roundPairs, type RoundPair } from './round-answers';
import type { RoundFacts } from './round-log';
import { roundDate, roundWords } from './round-words';

/** What a round says, whatever it is written as. */
export interface RoundContent {
  readonly language: Language;
  readonly title: string;
  readonly headline: string;
  /** The letter, paragraph by paragraph, for a document that is edited and for a sheet that is read. */
  readonly letter: readonly string[];
  readonly letterOnPaper: readonly string[];
  readonly pairs: readonly RoundPair[];
  readonly questionLabel: (number: number) => string;
}

/** `interview` without proposals (publishedOf); the letter is in `language`. */
export function roundContent(
  interview: Interview,
  number: number,
  facts: RoundFacts,
  language: Language,
): RoundContent {
  const words = roundWords(language);
  const { called } = intervieweeOf(interview);
  const headline = plainText(interview.headline);
  const paper = interview.paper ?? '';
  const letter = (how: string) =>
    [
      words.greeting(called),
      words.letter({ headline, paper }),
      how,
      facts.due ? words.due(roundDate(facts.due, language)) : '',
      facts.embargo ? words.embargo(roundDate(facts.embargo, language)) : '',
      words.thanks,
      // As a letter is signed: without what each of them did.
      interview.byline.map(({ name }) => name).join(' - '),
    ].filter((line) => line !== '');
  return {
    language,
    title: words.title(number),
    headline,
    letter: letter(words.how),
    letterOnPaper: letter(words.howOnPaper),
    pairs: roundPairs(interview),
    questionLabel: words.question,
  };
}
