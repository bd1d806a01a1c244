import fc from 'fast-check';
import { FORMAT_VERSION } from '../../shared/interview/types';
import { normalise } from '../../shared/interview/normalise';
import { joinRuns, makeRun } from '../../shared/interview/text';
import type { Block, Interview, Person, Photo, Text } from '../../shared/interview/types';

/**
 * Interviews for property tests: valid, in canonical form (normalise and repair leave them as they are), with
 * Vietnamese words, every kind of block and every mark. Strings are NFC and of one line.
 */

const SYLLABLES =
  'đồng chí Đắk Lắk thửa ruộng cà phê hợp tác xã nước ngầm tưới tiết kiệm nghiêng nghề Ê Đê M’nông ơ̆ ư̆ 73.860 104,17% 04-QĐ/TU “nguồn” – "thẳng" CO H m² 👩‍🌾 A & B <i> \\ $ # * _ @ ~ `'.split(
    ' ',
  );

const syllable = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SYLLABLES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
);

/** One line of words in NFC, without spaces at its ends. */
export const words: fc.Arbitrary<string> = fc
  .array(syllable, { minLength: 1, maxLength: 12 })
  .map((parts) =>
    parts
      .join(' ')
      .normalize('NFC')
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim(),
  )
  .filter((line) => line !== '');

const mark = fc.constantFrom('bold' as const, 'italic' as const, 'superscript' as const, 'subscript' as const);

// Marks that cannot both be: a character stands either above the line or below it.
const marks = fc
  .uniqueArray(mark, { maxLength: 3 })
  .map((set) => set.filter((name) => name !== 'subscript' || !set.includes('superscript')));

export const safeLink: fc.Arbitrary<string> = fc.constantFrom(
  'https://example.vn/',
  'https://example.vn/bai?a=1&b=2#c',
  'http://example.vn/%C4%91',
  'mailto:toasoan@example.vn',
);

const run = fc
  .record({ text: words, marks, link: fc.option(safeLink, { freq: 8, nil: undefined }), space: fc.boolean() })
  .map(({ text, marks: set, link, space }) => makeRun(space ? `${text} ` : text, set, link));

/** A rich text in canonical form, sometimes empty. */
export const richText: fc.Arbitrary<Text> = fc
  .array(run, { maxLength: 4 })
  // Joining may compose characters over a border of runs: once more gives the form that stays.
  .map((runs) => joinRuns(joinRuns(runs)));

/** A rich text that has at least one word. */
export const filledText: fc.Arbitrary<Text> = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((runs) => joinRuns(joinRuns(runs)));

const id = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 12,
  maxLength: 12,
});

function optional<Key extends string, Value>(
  key: Key,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<{ readonly [K in Key]?: Value }> {
  return fc
    .option(value, { nil: undefined })
    .map((given) => (given === undefined ? {} : ({ [key]: given } as { [K in Key]?: Value })));
}

function joined<A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> {
  return fc.tuple(a, b).map(([first, second]) => ({ ...first, ...second }));
}

const person: fc.Arbitrary<Person> = joined(
  fc.record({ id, name: words, part: fc.constantFrom('interviewee', 'interviewer', 'photographer', 'other') }),
  joined(
    joined(optional('shortName', words), optional('honorific', words)),
    joined(optional('role', words), optional('office', words)),
  ),
);

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

const photoRecord: fc.Arbitrary<Photo> = joined(
  fc.record({
    id,
    file: fc.tuple(hash, fc.constantFrom('jpg', 'png', 'webp', 'tif')).map(([name, ending]) => `${name}.${ending}`),
    width: fc.integer({ min: 1, max: 20_000 }),
    height: fc.integer({ min: 1, max: 20_000 }),
  }),
  joined(optional('name', words), optional('metadata', fc.record({ credit: words, creator: words }))),
);

function chosen(ids: readonly string[]): fc.Arbitrary<string | undefined> {
  return ids.length ? fc.option(fc.constantFrom(...ids), { nil: undefined }) : fc.constant(undefined);
}

function bodyBlock(people: readonly string[], photos: readonly string[]): fc.Arbitrary<Block> {
  const base = joined(fc.record({ id }), optional('prompt', words));
  const block = <Kind extends string, More extends object>(kind: Kind, more: fc.Arbitrary<More>) =>
    joined(joined(fc.record({ kind: fc.constant(kind) }), base), more);
  const text = fc.record({ text: richText });
  const speaker = chosen(people).map((given) => (given === undefined ? {} : { speaker: given }));
  return fc.oneof(
    block('paragraph', text),
    block('subhead', text),
    block('question', joined(text, speaker)),
    block('answer', joined(text, joined(speaker, optional('timecode', fc.integer({ min: 0, max: 10_000_000 }))))),
    block('answer', text),
    block(
      'photo',
      joined(
        fc.record({
          span: fc.integer({ min: 1, max: 5 }),
          caption: richText,
          credit: richText,
          alt: fc.oneof(words, fc.constant('')),
        }),
        chosen(photos).map((given) => (given === undefined ? {} : { photoId: given })),
      ),
    ),
    block(
      'gallery',
      fc.record({
        layout: fc.constantFrom('pair', 'triptych', 'strip'),
        span: fc.integer({ min: 1, max: 5 }),
        pictures: fc.array(
          joined(
            fc.record({ caption: richText, credit: richText, alt: fc.oneof(words, fc.constant('')) }),
            chosen(photos).map((given) => (given === undefined ? {} : { photoId: given })),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        caption: richText,
        credit: richText,
      }),
    ),
    block('pullQuote', fc.record({ quote: richText, attribution: richText })),
    block('box', fc.record({ heading: richText, paragraphs: fc.array(richText, { minLength: 1, maxLength: 3 }) })),
    block('list', fc.record({ ordered: fc.boolean(), items: fc.array(richText, { minLength: 1, maxLength: 4 }) })),
    fc.tuple(id, fc.jsonValue({ maxDepth: 2 })).map(([own, content]): Block => {
      // Through JSON once, as every unknown block comes from a file: it holds no undefined and no -0.
      const raw = JSON.parse(JSON.stringify({ kind: 'map-from-2031', id: own, content })) as {
        readonly [key: string]: unknown;
      };
      return { kind: 'unknown', id: own, raw };
    }),
  );
}

const head = joined(
  joined(
    fc.record({ headline: richText, language: fc.constantFrom('vi', 'en', 'vi-VN') }),
    joined(optional('kicker', filledText), optional('standfirst', filledText)),
  ),
  joined(
    joined(optional('paper', words), joined(optional('section', words), optional('issue', words))),
    joined(
      joined(
        optional('published', fc.constantFrom('2018-02-02T09:14+07:00', '2026-11-23T20:14:05Z')),
        optional('labels', fc.constantFrom('plain', 'names', 'words')),
      ),
      joined(
        optional('template', fc.constant('anniversary')),
        optional(
          'variables',
          fc.array(fc.record({ id, label: words, value: fc.oneof(words, fc.constant('')) }), { maxLength: 3 }),
        ),
      ),
    ),
  ),
);

const teaser = joined(
  fc.record({ heading: words }),
  joined(optional('text', words), joined(optional('label', words), optional('link', safeLink))),
);

/** A valid interview in canonical form. */
export const anyInterview: fc.Arbitrary<Interview> = fc
  .record({
    head,
    people: fc.uniqueArray(person, { maxLength: 3, selector: (one) => one.id }),
    photos: fc.uniqueArray(photoRecord, { maxLength: 2, selector: (one) => one.id }),
    teasers: fc.array(teaser, { maxLength: 2 }),
    comments: fc.boolean(),
  })
  .chain(({ head: given, people, photos, teasers, comments }) => {
    const ids = people.map((one) => one.id);
    const signature = joined(
      joined(fc.record({ name: words }), optional('role', words)),
      chosen(ids).map((one) => (one === undefined ? {} : { person: one })),
    );
    const closing = joined(fc.record({ kind: fc.constant('closing' as const), id }), fc.record({ text: richText }));
    return fc
      .record({
        byline: fc.array(signature, { maxLength: 2 }),
        blocks: fc.uniqueArray(
          bodyBlock(
            ids,
            photos.map((one) => one.id),
          ),
          { maxLength: 10, selector: (one) => one.id },
        ),
        end: fc.option(closing, { nil: undefined }),
      })
      .map(({ byline, blocks, end }): Interview => {
        const body = end && !blocks.some((one) => one.id === end.id) ? [...blocks, end] : blocks;
        return normalise({
          format: 'galley',
          version: FORMAT_VERSION,
          ...given,
          people,
          byline,
          body,
          photos,
          teasers,
          comments,
        });
      });
  });

/** A valid block in canonical form, of every kind but the closing. */
export const anyBlock: fc.Arbitrary<Block> = anyInterview
  .filter(({ body }) => body.length > 0)
  .map(({ body }) => body[0] as Block);
