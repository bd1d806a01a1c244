import { asText, emptyInterview } from '../../shared/interview/build';
import { makeRun, joinRuns, toText } from '../../shared/interview/text';
import type {
  Answer,
  Block,
  Box,
  Closing,
  Gallery,
  Interview,
  List,
  Mark,
  Paragraph,
  Person,
  Photo,
  PhotoBlock,
  PullQuote,
  Question,
  Run,
  Signature,
  Subhead,
  Teaser,
  Text,
} from '../../shared/interview/types';

/**
 * Readable interviews for tests: interview(title('…'), q('…'), a('…', '…'), closing('…')).
 * Blocks are numbered b1, b2 … in the order they are given, unless `id` names them.
 */

type Words = string | Text;

/** One argument of `interview`: a block, several blocks, or fields of the interview. */
export type BuilderPart = Block | readonly Block[] | FieldsPart;

interface FieldsPart {
  readonly fields: Partial<Interview>;
}

function isFields(part: Block | FieldsPart): part is FieldsPart {
  return 'fields' in part;
}

const NO_ID = '';

/** An interview of these parts; later fields win, people, photos, teasers and byline add up. */
export function interview(...parts: readonly BuilderPart[]): Interview {
  let made = emptyInterview();
  const body: Block[] = [];
  for (const part of parts.flat() as (Block | FieldsPart)[]) {
    if (!isFields(part)) {
      body.push(part.id === NO_ID ? { ...part, id: `b${body.length + 1}` } : part);
      continue;
    }
    const { people, photos, teasers, byline, ...rest } = part.fields;
    made = {
      ...made,
      ...rest,
      people: [...made.people, ...(people ?? [])],
      photos: [...made.photos, ...(photos ?? [])],
      teasers: [...made.teasers, ...(teasers ?? [])],
      byline: [...made.byline, ...(byline ?? [])],
    };
  }
  return { ...made, body };
}

/** Any fields of the interview as they are. */
export function fields(given: Partial<Interview>): FieldsPart {
  return { fields: given };
}

export const kicker = (words: Words) => fields({ kicker: asText(words) });
export const title = (words: Words) => fields({ headline: asText(words) });
export const standfirst = (words: Words) => fields({ standfirst: asText(words) });
export const byline = (name: string, role?: string) =>
  fields({ byline: [{ name, ...(role ? { role } : {}) } satisfies Signature] });
export const person = (given: Partial<Person> & Pick<Person, 'id' | 'name' | 'part'>) => fields({ people: [given] });
export const teaser = (heading: string, more: Partial<Teaser> = {}) => fields({ teasers: [{ heading, ...more }] });
export const photoFile = (given: Photo) => fields({ photos: [given] });

/** The same block under an id of its own. */
export function id<Kind extends Block>(name: string, block: Kind): Kind {
  return { ...block, id: name };
}

export const p = (words: Words): Paragraph => ({ kind: 'paragraph', id: NO_ID, text: asText(words) });
export const subhead = (words: Words): Subhead => ({ kind: 'subhead', id: NO_ID, text: asText(words) });
export const closing = (words: Words): Closing => ({ kind: 'closing', id: NO_ID, text: asText(words) });

export function q(words: Words, speaker?: string): Question {
  return { kind: 'question', id: NO_ID, text: asText(words), ...(speaker ? { speaker } : {}) };
}

/** The paragraphs of one answer. */
export function a(...paragraphs: readonly Words[]): readonly Answer[] {
  return paragraphs.map((words) => ({ kind: 'answer', id: NO_ID, text: asText(words) }));
}

export function answer(words: Words, more: Partial<Answer> = {}): Answer {
  return { kind: 'answer', id: NO_ID, text: asText(words), ...more };
}

type PhotoWords = Partial<Omit<PhotoBlock, 'kind' | 'caption' | 'credit'>> & {
  readonly caption?: Words;
  readonly credit?: Words;
};

export function photo({ caption = '', credit = '', ...more }: PhotoWords = {}): PhotoBlock {
  return { kind: 'photo', id: NO_ID, span: 2, alt: '', ...more, caption: asText(caption), credit: asText(credit) };
}

type GalleryWords = Partial<Omit<Gallery, 'kind' | 'caption' | 'credit' | 'pictures'>> & {
  readonly caption?: Words;
  readonly credit?: Words;
};

/** A gallery of these pictures, each given as a photo would be. */
export function gallery(
  pictures: readonly PhotoWords[],
  { caption = '', credit = '', ...more }: GalleryWords = {},
): Gallery {
  return {
    kind: 'gallery',
    id: NO_ID,
    layout: pictures.length === 3 ? 'triptych' : 'pair',
    span: 3,
    ...more,
    pictures: pictures.map((words) => {
      const { kind: _kind, id: _id, span: _span, ...one } = photo(words);
      return one;
    }),
    caption: asText(caption),
    credit: asText(credit),
  };
}

export function pullQuote(quote: Words, attribution: Words = ''): PullQuote {
  return { kind: 'pullQuote', id: NO_ID, quote: asText(quote), attribution: asText(attribution) };
}

export function box(heading: Words, ...paragraphs: readonly Words[]): Box {
  return { kind: 'box', id: NO_ID, heading: asText(heading), paragraphs: paragraphs.map(asText) };
}

export function list(...items: readonly Words[]): List {
  return { kind: 'list', id: NO_ID, ordered: false, items: items.map(asText) };
}

export function ordered(...items: readonly Words[]): List {
  return { ...list(...items), ordered: true };
}

export function unknown(raw: { readonly kind: string; readonly id: string; readonly [key: string]: unknown }): Block {
  return { kind: 'unknown', id: raw.id, raw };
}

/** A picture's record with a hash name made of one repeated digit: a sound name that no file has. */
export function picture(name: string, digit = '0', size: { width?: number; height?: number } = {}): Photo {
  return { id: name, file: `${digit.repeat(64)}.jpg`, width: size.width ?? 1200, height: size.height ?? 800 };
}

/** A text of plain and marked parts: text('CO', sub('2'), ' in air'). */
export function text(...parts: readonly (string | Run)[]): Text {
  return joinRuns(parts.flatMap((part) => (typeof part === 'string' ? toText(part) : [part])));
}

const marked = (mark: Mark) => (words: string) => makeRun(words, [mark]);

export const bold = marked('bold');
export const italic = marked('italic');
export const sup = marked('superscript');
export const sub = marked('subscript');
export const link = (words: string, to: string) => makeRun(words, [], to);
