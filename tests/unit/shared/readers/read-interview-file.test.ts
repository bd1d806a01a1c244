import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../shared/interview/build';
import { equalData } from '../../../../shared/interview/equal';
import { readInterviewFile } from '../../../../shared/readers/read-interview-file';
import { salvageText } from '../../../../shared/readers/salvage-text';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { anyInterview } from '../../../support/arbitraries';
import {
  a,
  bold,
  box,
  byline,
  closing,
  fields,
  interview,
  link,
  p,
  photo,
  picture,
  photoFile,
  q,
  text,
  title,
  unknown,
} from '../../../support/builders';

const read = (source: string) => readInterviewFile(source, { mint: countingMint('new') });
const sample = interview(
  title('Mùa nước nhớ rừng'),
  byline('An', 'thực hiện'),
  q('Nước đi đâu?'),
  a('Nước ở lại.', 'Rừng giữ.'),
  closing('Cảm ơn bà!'),
);

/** The sample's file with one change made to its JSON. */
function fileWith(change: (file: Record<string, unknown>) => unknown): string {
  const file = JSON.parse(writeInterviewFile(sample)) as Record<string, unknown>;
  return JSON.stringify(change(file) ?? file);
}

describe('the interview file', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyInterview, (given) => {
        const result = read(writeInterviewFile(given));
        expect(result).toEqual({ ok: true, value: { interview: given, remarks: [] } });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same text whatever order the fields were made in', () => {
    const reversed = Object.fromEntries(Object.entries(sample).toReversed()) as unknown as typeof sample;
    expect(writeInterviewFile(reversed)).toBe(writeInterviewFile(sample));
  });

  it('can be read by people: one field and one block to a line', () => {
    expect(writeInterviewFile(sample)).toBe(`{
  "format": "galley",
  "version": 1,
  "language": "vi",
  "headline": [{"text":"Mùa nước nhớ rừng"}],
  "byline": [
    {"name":"An","role":"thực hiện"}
  ],
  "people": [],
  "body": [
    {"kind":"question","id":"b1","text":[{"text":"Nước đi đâu?"}]},
    {"kind":"answer","id":"b2","text":[{"text":"Nước ở lại."}]},
    {"kind":"answer","id":"b3","text":[{"text":"Rừng giữ."}]},
    {"kind":"closing","id":"b4","text":[{"text":"Cảm ơn bà!"}]}
  ],
  "photos": [],
  "teasers": [],
  "comments": false
}
`);
  });

  it('keeps unknown blocks to the byte and unknown fields in place', () => {
    const raw = { kind: 'map-from-2031', id: 'm', z: [1, { b: null, a: 'x' }], text: 'e\u0302 stays as it is' };
    const source = writeInterviewFile(interview(p('Một'), unknown(raw))).replace(
      '"people"',
      '"mood": {"b":1,"a":2},\n  "people"',
    );
    const first = read(source);
    if (!first.ok) throw new Error(first.failure.kind);
    const again = writeInterviewFile(first.value.interview);
    expect(again).toContain(JSON.stringify(raw));
    expect(JSON.parse(again)).toEqual(JSON.parse(source));
  });
});

describe('refusals', () => {
  const failure = (source: string) => {
    const result = read(source);
    return result.ok ? null : result.failure;
  };

  it.each([
    ['nothing', ' \n', { kind: 'empty' }],
    ['plain words', 'Xin chào', { kind: 'not-ours' }],
    ['another program’s JSON', '{"type":"doc"}', { kind: 'not-ours' }],
    ['a list', '[]', { kind: 'not-ours' }],
    ['a number', '1e999', { kind: 'not-ours' }],
    ['a later version', '{"format":"galley","version":7}', { kind: 'too-new', version: 7 }],
    ['a version that is none', '{"format":"galley","version":"1"}', { kind: 'damaged', detail: 'version' }],
    ['a file cut off', '{\n  "format": "galley",\n  "versi', { kind: 'damaged', detail: '3:9' }],
  ])('%s', (_, source, expected) => expect(failure(source)).toEqual(expected));

  it('too large, before looking inside', () => {
    expect(failure('x'.repeat(20_000_001))).toEqual({ kind: 'too-large', limit: 20 });
  });

  it('nests too deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(failure(`{"format":"galley","version":1,"x":${deep}}`)).toEqual({ kind: 'damaged', detail: '> 100' });
  });

  it.each([
    ['a headline that is a string', { headline: 'x' }, 'headline'],
    ['a block without id', { body: [{ kind: 'question', text: [] }] }, 'body › 1 › id'],
    [
      'a photo wider than any page',
      { body: [{ kind: 'photo', id: 'a', span: 99, caption: [], credit: [], alt: '' }] },
      'body › 1 › span',
    ],
    ['a link that runs a script', { headline: [{ text: 'x', link: 'java\tscript:alert(1)' }] }, 'headline › 1 › link'],
    ['a style that nobody knows', { headline: [{ text: 'x', style: 'position:fixed' }] }, 'headline › 1'],
    [
      'a picture outside the piece',
      { photos: [{ id: 'a', file: '../../x.jpg', width: 1, height: 1 }] },
      'photos › 1 › file',
    ],
    ['a body that is an object', { body: {} }, 'body'],
  ])('%s', (_, change, detail) => {
    expect(failure(fileWith((file) => ({ ...file, ...change })))).toEqual({ kind: 'damaged', detail });
  });

  it('an infinite number', () => {
    const picture = `[{"id":"a","file":"${'0'.repeat(64)}.jpg","width":1e999,"height":1}]`;
    const source = writeInterviewFile(sample).replace('"photos": []', `"photos": ${picture}`);
    expect(failure(source)).toEqual({ kind: 'damaged', detail: 'photos › 1 › width' });
  });

  it('drops __proto__ keys and says so', () => {
    const source = writeInterviewFile(sample).replace('"people"', '"__proto__": {"polluted": true},\n  "people"');
    const result = read(source);
    expect(result.ok && result.value.remarks).toEqual([
      { rule: 'unsafe-keys-dropped', severity: 'loss', values: { count: 1 } },
    ]);
    expect(result.ok && Object.keys(result.value.interview)).not.toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('drops them from inside unknown blocks too', () => {
    const source = writeInterviewFile(interview(unknown({ kind: 'map', id: 'm', a: 1 }))).replace(
      '"a":1',
      '"__proto__":{"x":1}',
    );
    const result = read(source);
    expect(result.ok && writeInterviewFile(result.value.interview)).not.toContain('__proto__');
  });

  it('never crashes on a file with any one value replaced', () => {
    const file = JSON.parse(writeInterviewFile(sample)) as Record<string, unknown>;
    const strange = fc.constantFrom(
      null,
      0,
      -1,
      'x',
      [],
      {},
      [[]],
      { kind: '__proto__', id: 'constructor' },
      true,
      1e300,
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), strange, (key, value) => {
        const result = read(JSON.stringify({ ...file, [key]: value }));
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });
});

describe('salvageText', () => {
  const piece = interview(
    title('Mùa nước nhớ rừng'),
    photoFile(picture('one')),
    p(text('Ba đời ', bold('giữ'), ' một ', link('mạch nước', 'https://example.vn/'), ' "trong" \\ lành.')),
    photo({ caption: 'Suối đầu nguồn', alt: 'Dòng suối giữa rừng' }),
    q('Nước đi đâu?'),
    a('Nước ở lại.', 'Rừng giữ.'),
    box('Con số', 'Một', 'Hai'),
    closing('Cảm ơn bà!'),
  );

  it('gives the words of a sound file in order, runs of a text together', () => {
    const words = salvageText(writeInterviewFile(piece));
    expect(words).toEqual([
      'Mùa nước nhớ rừng',
      'Ba đời giữ một mạch nước "trong" \\ lành.',
      'Suối đầu nguồn',
      'Dòng suối giữa rừng',
      'Nước đi đâu?',
      'Nước ở lại.',
      'Rừng giữ.',
      'Con số',
      'Một',
      'Hai',
      'Cảm ơn bà!',
    ]);
  });

  it('keeps the words of a teaser apart', () => {
    const file = writeInterviewFile(interview(fields({ teasers: [{ heading: 'Một ngày', text: 'Theo con nước.' }] })));
    expect(salvageText(file)).toEqual(['Một ngày', 'Theo con nước.']);
  });

  it('gives all that stands before the place where a file was cut off', () => {
    const source = writeInterviewFile(piece);
    for (let cut = 0; cut < source.length; cut++) {
      const whole = salvageText(source).join('');
      expect(whole.startsWith(salvageText(source.slice(0, cut)).join(''))).toBe(true);
    }
    expect(salvageText(source.slice(0, source.indexOf('giữ.') + 3)).at(-1)).toBe('Rừng giữ');
  });
});

it('equalData is what the round trip means by the same', () => {
  expect(equalData(sample, { ...sample, kicker: undefined })).toBe(true);
});
