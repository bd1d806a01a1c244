import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../shared/interview/build';
import { normalise } from '../../../../shared/interview/normalise';
import { repair } from '../../../../shared/interview/repair';
import { interviewSchema } from '../../../../shared/interview/schema';
import { anyInterview } from '../../../support/arbitraries';
import {
  a,
  answer,
  byline,
  closing,
  id,
  interview,
  kicker,
  p,
  photo,
  q,
  text,
  bold,
  fields,
  title,
  unknown,
} from '../../../support/builders';

describe('normalise', () => {
  it('gives NFC, one line and joined runs', () => {
    const given = interview(p([{ text: 'Cà phe\u0302' }, { text: ' chè\nvà\u0000' }, { text: 'bơ', marks: ['bold'] }]));
    expect(normalise(given).body[0]).toEqual(id('b1', p(text('Cà phê chè và ', bold('bơ')))));
  });

  it('gives NFC in the alt text too', () => {
    const [block] = normalise(interview(photo({ alt: 'ca\u0300 phe\u0302' }))).body;
    expect(block).toMatchObject({ alt: 'cà phê' });
  });

  it('takes an empty kicker away', () => {
    expect(normalise(interview(kicker('')))).not.toHaveProperty('kicker');
  });

  it('changes nothing the second time, and nothing in what the arbitrary makes', () => {
    fc.assert(
      fc.property(anyInterview, (given) => {
        expect(normalise(given)).toEqual(given);
        expect(repair(given, countingMint('new'))).toEqual({ interview: given, remarks: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with the schema: what the arbitrary makes is valid and comes out as it went in', () => {
    fc.assert(
      fc.property(anyInterview, (given) => {
        const file = { ...given, body: given.body.map((block) => (block.kind === 'unknown' ? block.raw : block)) };
        expect(interviewSchema.parse(file)).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });
});

describe('repair', () => {
  const rules = (given: Parameters<typeof repair>[0]) =>
    repair(given, countingMint('new')).remarks.map((remark) => remark.rule);

  it('gives twins a new id, also inside an unknown block', () => {
    const { interview: repaired, remarks } = repair(
      interview(id('x', p('Một')), unknown({ kind: 'map', id: 'x', zoom: 3 })),
      countingMint('new'),
    );
    expect(repaired.body).toEqual([id('x', p('Một')), unknown({ kind: 'map', id: 'new1', zoom: 3 })]);
    expect(remarks.map((remark) => remark.rule)).toEqual(['ids-repaired']);
  });

  it('never mints an id that is taken further down', () => {
    const twins = interview(id('x', p('Một')), id('x', p('Hai')), id('new1', p('Ba')));
    expect(repair(twins, countingMint('new')).interview.body.map((block) => block.id)).toEqual(['x', 'new2', 'new1']);
  });

  it('keeps one closing, last, and the words of the others', () => {
    const { interview: repaired, remarks } = repair(
      interview(closing('Cảm ơn!'), q('Gì?'), closing('Xin cảm ơn!'), a('Đây.')),
      countingMint(),
    );
    expect(repaired.body.map((block) => block.kind)).toEqual(['paragraph', 'question', 'answer', 'closing']);
    expect(repaired.body[0]).toMatchObject({ text: [{ text: 'Cảm ơn!' }] });
    expect(remarks).toHaveLength(1);
  });

  it('lets go of references that lead nowhere', () => {
    const given = interview(
      title('T'),
      photo({ photoId: 'gone' }),
      answer('Đây.', { speaker: 'nobody' }),
      byline('An'),
      fields({ byline: [{ name: 'Ba', person: 'nobody' }] }),
    );
    expect(rules(given)).toEqual(['photo-record-missing', 'speaker-unknown', 'speaker-unknown']);
    const { interview: repaired } = repair(given, countingMint());
    expect(JSON.stringify(repaired)).not.toMatch(/gone|nobody/);
  });
});
