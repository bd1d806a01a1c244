import { placeOfPicture, shownPictures } from '../interview/shown-pictures';
import { plainText, mapText } from '../interview/text';
import type { Interview, Text } from '../interview/types';
import { mapBlockAlts, mapBlockTexts, textsOf, type Place } from '../interview/visit';

/** A filled blank: every `{{label}}` becomes the value. An empty value leaves the blank as it is. */
export interface FilledVariable {
  readonly label: string;
  readonly value: string;
}

const BLANK = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The labels of the blanks in a line of text, in order. */
export function blanksOf(plain: string): readonly string[] {
  return [...plain.matchAll(BLANK)].flatMap(([, label]) => (label ? [label] : []));
}

/** The line with its filled blanks; blanks of other labels and of empty values stay visible. */
export function fillBlanks(plain: string, values: readonly FilledVariable[]): string {
  return plain.replace(BLANK, (blank, label: string) => {
    const value = values.find((one) => one.label.normalize('NFC') === label.normalize('NFC'))?.value.trim() ?? '';
    return value === '' ? blank : value.normalize('NFC');
  });
}

export interface OpenBlank {
  readonly label: string;
  /** Absent for a blank that stands only in the data: a person's name, the paper. */
  readonly place?: Place;
}

/** Every blank that still stands in the piece: in its texts, alt texts and byline, else in its people and its paper. */
export function openBlanks(interview: Interview): readonly OpenBlank[] {
  const texts = textsOf(interview).map(({ place, text }) => ({ place, plain: plainText(text) }));
  const alts = shownPictures(interview).map((picture) => ({
    place: placeOfPicture(picture, 'alt'),
    plain: picture.alt,
  }));
  const byline = interview.byline.map(({ name, role }) => ({
    place: { part: 'byline' },
    plain: `${name} ${role ?? ''}`,
  }));
  const seen = [...texts, ...alts, ...byline].flatMap(({ place, plain }) =>
    blanksOf(plain).map((label) => ({ label, place })),
  );
  const people = interview.people.flatMap(({ name, honorific, office }) => [name, honorific ?? '', office ?? '']);
  const unseen = new Set([...people, interview.paper ?? '', interview.section ?? ''].flatMap(blanksOf));
  for (const { label } of seen) unseen.delete(label);
  return [...seen, ...[...unseen].map((label) => ({ label }))];
}

/** The piece with the blanks filled everywhere: texts, people, byline, paper, section and the variables themselves. */
export function fillInterview(interview: Interview, values: readonly FilledVariable[]): Interview {
  const line = (plain: string) => fillBlanks(plain, values);
  const text = (given: Text) => mapText(given, line);
  const { kicker, standfirst, paper, section, variables } = interview;
  return {
    ...interview,
    headline: text(interview.headline),
    ...(kicker ? { kicker: text(kicker) } : {}),
    ...(standfirst ? { standfirst: text(standfirst) } : {}),
    ...(paper ? { paper: line(paper) } : {}),
    ...(section ? { section: line(section) } : {}),
    ...(variables
      ? {
          variables: variables.map((one) => ({
            ...one,
            value: values.find(({ label }) => label === one.label)?.value.trim() || one.value,
          })),
        }
      : {}),
    people: interview.people.map((person) => ({
      ...person,
      name: line(person.name),
      ...(person.honorific ? { honorific: line(person.honorific) } : {}),
      ...(person.office ? { office: line(person.office) } : {}),
    })),
    byline: interview.byline.map((signature) => ({ ...signature, name: line(signature.name) })),
    body: interview.body.map((block) => mapBlockAlts(mapBlockTexts(block, text), line)),
  };
}
