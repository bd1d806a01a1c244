import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkInterview } from '../../../../shared/checks/check-interview';
import { describeRemark } from '../../../../shared/checks/describe-remark';
import { translator } from '../../../../shared/i18n/translate';
import type { Interview } from '../../../../shared/interview/types';
import {
  a,
  answer,
  box,
  byline,
  closing,
  id,
  interview,
  link,
  list,
  p,
  photo,
  person,
  photoFile,
  picture,
  pullQuote,
  q,
  standfirst,
  text,
  title,
  unknown,
  type BuilderPart,
} from '../../../support/builders';

/** A piece that nothing is to be said about, with these parts before its closing. */
function sound(...parts: readonly BuilderPart[]): Interview {
  return interview(
    title('Tít'),
    standfirst('Sapo.'),
    byline('An'),
    id('q', q('Gì ạ?')),
    a('Thế này.'),
    ...parts,
    id('end', closing('Cảm ơn!')),
  );
}

const told = (piece: Interview) =>
  checkInterview(piece).map(({ rule, place }) => [rule, place?.block ?? '', place?.part ?? ''].join(' ').trim());

describe('checkInterview', () => {
  it('says nothing of a sound piece', () => expect(checkInterview(sound())).toEqual([]));

  it('asks for everything of an empty one', () => {
    expect(told(interview())).toEqual([
      'headline-missing  headline',
      'standfirst-missing  standfirst',
      'no-questions',
      'closing-missing',
      'byline-missing  byline',
    ]);
  });

  it('does not take an empty closing for thanks', () => {
    expect(
      told(interview(title('T'), standfirst('S'), byline('An'), q('Gì?'), a('Thế.'), id('c', closing(' ')))),
    ).toEqual(['closing-missing c text']);
  });

  it('wants every question asked and answered', () => {
    expect(told(sound(id('x', q('Rồi sao?'))))).toEqual(['question-without-answer x text']);
    expect(told(sound(id('x', q('')), a('Thế.')))).toEqual(['question-empty x text']);
    expect(told(sound(id('x', q('Rồi sao?')), id('y', answer(''))))).toEqual([
      'question-without-answer x text',
      'block-empty y text',
    ]);
    expect(told(sound(q('Những gì?'), list('Một', 'Hai')))).toEqual([]);
  });

  it('counts the questions from 1 and quotes them shortly', () => {
    const remark = checkInterview(sound(q('một hai ba bốn năm sáu bảy tám chín mười mười một?')))[0];
    expect(remark?.values).toEqual({ number: 2, question: 'một hai ba bốn năm sáu bảy tám chín mười…' });
  });

  it('finds empty blocks and items', () => {
    expect(
      told(sound(id('b', box('', 'Có', '')), id('l', list('Một', '')), id('e', box('', '')), id('u', pullQuote('')))),
    ).toEqual(['item-empty b paragraphs', 'item-empty l items', 'block-empty e heading', 'block-empty u quote']);
  });

  it('wants file, caption, credit and alt of a photo', () => {
    expect(told(sound(id('x', photo())))).toEqual([
      'picture-missing x caption',
      'caption-missing x caption',
      'credit-missing x credit',
      'alt-missing x alt',
    ]);
    expect(
      told(
        sound(
          photoFile(picture('one')),
          photo({ photoId: 'one', caption: 'Bà H’Nhung.', credit: 'Ảnh: Vũ', alt: 'Một người đàn bà bên suối' }),
        ),
      ),
    ).toEqual([]);
  });

  it('sees through case, accents and full stops when the alt text repeats the caption', () => {
    const repeated = sound(
      photoFile(picture('one')),
      id('x', photo({ photoId: 'one', caption: 'Bà H’Nhung Êban.', credit: 'Ảnh: Vũ', alt: 'bà h’nhung  eban' })),
    );
    expect(told(repeated)).toEqual(['alt-repeats-caption x alt']);
  });

  it('finds open blanks wherever they stand', () => {
    const piece = sound(
      id('x', p('Nhân {{dịp}} và {{ ngày }}')),
      id('y', photo({ alt: '{{họ tên}}', caption: 'C', credit: 'N' })),
      byline('{{phóng viên}}'),
    );
    expect(
      checkInterview(piece)
        .filter(({ rule }) => rule === 'blank-open')
        .map(({ values, place }) => `${String(values?.['label'])} ${place?.part ?? ''}`),
    ).toEqual(['dịp text', 'ngày text', 'họ tên alt', 'phóng viên byline']);
  });

  it('finds a blank that only the name of a speaker still holds', () => {
    const piece = sound(person({ id: 'an', name: '{{họ tên}}', part: 'interviewee' }));
    expect(checkInterview(piece)).toEqual([{ rule: 'blank-open', severity: 'warning', values: { label: 'họ tên' } }]);
  });

  it('sees spaces that would show, over the border of marks too', () => {
    expect(
      told(sound(id('x', p(text('Một ', { text: ' hai', marks: ['bold'] }))), id('y', p('Thế à ? Vâng , 3 : 4')))),
    ).toEqual(['double-spaces x text', 'space-before-punctuation y text']);
    expect(told(sound(p('Và ... rồi “thôi”. .com')))).toEqual([]);
  });

  it('sees two kinds of quotation marks in one piece', () => {
    expect(told(sound(p('“Một”'), id('x', p('"hai" và 12" ống'))))).toEqual(['quotes-mixed x text']);
    expect(told(sound(p('"Một" và "hai"')))).toEqual([]);
  });

  it('sees links without https and blocks of later versions', () => {
    expect(
      told(sound(id('x', p(text('xem ', link('đây', 'http://example.vn')))), unknown({ kind: 'map', id: 'm' }))),
    ).toEqual(['link-not-secure x text', 'unknown-block m text']);
  });
});

describe('the sentences of remarks', () => {
  it.each(['vi', 'en'] as const)('fill their values in %s', (language) => {
    const say = translator(language);
    expect(describeRemark(say, { rule: 'blank-open', severity: 'warning', values: { label: 'họ tên' } })).toContain(
      'họ tên',
    );
    expect(describeRemark(say, { rule: 'spaces-double', severity: 'note', values: { count: 2 } })).toMatch(/2/);
  });

  it.each(['vi', 'en'] as const)('exist in %s for every rule that the shared code names', (language) => {
    const shared = join(import.meta.dirname, '../../../../shared');
    const sources = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const rules = sources.flatMap((name) =>
      [...readFileSync(join(shared, name), 'utf8').matchAll(/\b(?:note|warning|loss|counted)\(\s*'([a-z-]+)'/g)].map(
        ([, rule]) => rule ?? '',
      ),
    );
    expect(rules.length).toBeGreaterThan(30);
    const { loose } = translator(language);
    const missing = rules.filter((rule) => loose(`remarks.${rule}`, { count: 2 }) === `remarks.${rule}`);
    expect(missing).toEqual([]);
  });
});
