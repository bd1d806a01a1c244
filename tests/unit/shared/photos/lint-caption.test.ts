import { describe, expect, it } from 'vitest';
import { asText } from '../../../../shared/interview/build';
import { captionRoom, lintCaptions } from '../../../../shared/photos/lint-caption';
import type { Person, PhotoMetadata } from '../../../../shared/interview/types';
import { answer, photoBlock, piece } from '../writers/web/pieces';

const hao: Person = {
  id: 'p1',
  name: 'Lê Ngọc Hảo',
  role: 'Giám đốc',
  office: 'Sở Nông nghiệp và Môi trường',
  part: 'interviewee',
};

function lint(
  texts: { readonly caption?: string; readonly credit?: string; readonly alt?: string; readonly span?: number },
  metadata?: PhotoMetadata,
) {
  const { caption = '', credit = '', alt = '', span = 2 } = texts;
  const photo = {
    id: 'ph',
    file: `${'a'.repeat(64)}.jpg`,
    width: 3000,
    height: 2000,
    ...(metadata ? { metadata } : {}),
  };
  const block = { ...photoBlock({ photoId: 'ph' }), span, caption: asText(caption), credit: asText(credit), alt };
  const interview = {
    ...piece([answer('Bà H’Bia Niê ở buôn Cư Dluê kể lại. Nguyễn Thị Thanh Tâm cùng đi.'), block]),
    people: [hao],
    photos: [photo],
  };
  return lintCaptions(interview);
}
const rules = (...args: Parameters<typeof lint>) => lint(...args).map(({ rule }) => rule);

const GOOD = 'Giám đốc Sở Nông nghiệp và Môi trường Lê Ngọc Hảo thăm rẫy cà phê tại buôn Cư Dluê, sáng 20-11.';

describe('who, what, where, when', () => {
  it('has nothing to say of a whole caption, nor of none', () => {
    expect(rules({ caption: GOOD })).toEqual([]);
    expect(rules({})).toEqual([]);
  });
  it.each([
    ['Mặt hồ cạn trơ đáy tại xã Ea Kao, tháng 3.', ['photo-who']],
    ['Lê Ngọc Hảo.', ['photo-what', 'photo-where', 'photo-when']],
    ['Nông dân thu hoạch cà phê, tháng 11.', ['photo-where']],
    ['Nông dân thu hoạch cà phê tại Ea Kao.', ['photo-when']],
  ])('%s', (caption, expected) => {
    expect(rules({ caption })).toEqual(expected);
  });
});

describe('names and offices', () => {
  it.each([
    [GOOD.replace('Hảo', 'Hào'), 'Lê Ngọc Hào', 'Lê Ngọc Hảo'],
    [GOOD.replace('Ngọc', 'Ngoc'), 'Lê Ngoc Hảo', 'Lê Ngọc Hảo'],
    ['Chị Nguyễn Thị Thanh Tâmm cùng đoàn tại Ea Kao, tháng 3.', 'Nguyễn Thị Thanh Tâmm', 'Nguyễn Thị Thanh Tâm'],
  ])('finds the slip in “%s”', (caption, found, right) => {
    expect(lint({ caption })).toContainEqual(
      expect.objectContaining({ rule: 'name-differs', values: { found, right } }),
    );
  });

  it('finds an office that is nearly the right one', () => {
    const caption = GOOD.replace('Sở Nông nghiệp và Môi trường', 'Sở Nông nghiệp và Phát triển nông thôn');
    expect(rules({ caption })).toContain('office-differs');
  });

  it('knows another person for another person', () => {
    expect(rules({ caption: 'Trần Văn Nam thăm rẫy cà phê tại Ea Kao, tháng 3.' })).toEqual([]);
  });
});

describe('credit, alt and length', () => {
  it('compares the credit with the file', () => {
    expect(rules({ credit: 'Ảnh: Lê Đức Vũ' }, { creator: 'Lê Đức Vũ' })).toEqual([]);
    expect(rules({ credit: 'Ảnh: Ngọc Anh' }, { creator: 'Lê Đức Vũ' })).toEqual(['credit-differs']);
  });
  it('wants an alt text that says something of its own', () => {
    expect(rules({ caption: GOOD, alt: `${GOOD.replace('sáng', 'sáng ngày')}` })).toEqual(['alt-close-to-caption']);
    expect(rules({ alt: 'Ảnh chụp một người đàn ông giữa rẫy' })).toEqual(['alt-says-photo']);
    expect(rules({ alt: 'a '.repeat(130) })).toEqual(['alt-long']);
    expect(rules({ caption: GOOD, alt: 'Một người đàn ông đội nón, tay cầm cành cà phê chín' })).toEqual([]);
  });
  it('measures the caption against its columns', () => {
    const long = `${GOOD} ${'chữ '.repeat(60)}`;
    expect(rules({ caption: long, span: 1 })).toContain('caption-long');
    expect(rules({ caption: long, span: 5 })).not.toContain('caption-long');
    expect(captionRoom(2)).toBeGreaterThan(captionRoom(1) / 2);
  });
});
