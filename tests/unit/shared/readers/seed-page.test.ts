import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkInterview } from '../../../../shared/checks/check-interview';
import { countingMint } from '../../../../shared/interview/build';
import { formatByline } from '../../../../shared/interview/byline';
import { pairsOf } from '../../../../shared/interview/pairs';
import { plainText } from '../../../../shared/interview/text';
import { textsOf } from '../../../../shared/interview/visit';
import { readPlainText } from '../../../../shared/readers/read-plain-text';

const page = join(import.meta.dirname, '../../../../../shared/samples/dak-lak-2018.txt');
const isThere = existsSync(page);

describe.skipIf(!isThere)(`the page of 2018${isThere ? '' : ' (skipped: it is not beside this clone)'}`, () => {
  const source = isThere ? readFileSync(page, 'utf8') : '';
  const result = readPlainText(source, { mint: countingMint() });
  if (!result.ok) return it('can be read', () => expect(result.failure).toBeNull());
  const { interview, remarks } = result.value;
  const rule = (name: string) => remarks.find((remark) => remark.rule === name);

  it('has its headline, time, standfirst and occasion', () => {
    expect(plainText(interview.headline)).toMatch(/^Nâng cao năng lực.*vững mạnh$/);
    expect(interview).toMatchObject({
      language: 'vi',
      published: '2018-02-02T09:14+07:00',
      paper: 'Báo Đắk Lắk',
      labels: 'plain',
      comments: true,
    });
    expect(interview).not.toHaveProperty('kicker');
    expect(plainText(interview.standfirst)).toMatch(/^Thời gian qua.*vững mạnh\.$/);
    const [occasion] = interview.body;
    expect(occasion?.kind === 'paragraph' && plainText(occasion.text)).toMatch(/^Nhân kỷ niệm.*vấn đề này\.$/);
  });

  it('has one photo, its caption once, its picture missing', () => {
    const photos = interview.body.filter((block) => block.kind === 'photo');
    expect(photos).toMatchObject([{ span: 2, alt: '', credit: [] }]);
    expect(photos.map((photo) => plainText(photo.caption))).toEqual(['Phó Trưởng Ban Tổ chức Tỉnh ủy Lê Năng Hảo.']);
    expect(photos[0]).not.toHaveProperty('photoId');
    expect(interview.body[1]?.kind).toBe('photo');
    expect(rule('picture-missing')?.place?.block).toBe(photos[0]?.id);
  });

  it('has three questions with 4, 1 and 2 answers, and thanks at the end', () => {
    expect(pairsOf(interview.body).map(({ answers }) => answers.map(({ kind }) => kind))).toEqual([
      Array(4).fill('answer'),
      ['answer'],
      Array(2).fill('answer'),
    ]);
    const last = interview.body.at(-1);
    expect(last?.kind === 'closing' && plainText(last.text)).toBe('Trân trọng cảm ơn đồng chí!');
    expect(interview.body).toHaveLength(13);
  });

  it('knows its people', () => {
    expect(interview.byline).toMatchObject([{ name: 'Nguyễn Xuân', role: 'thực hiện' }]);
    expect(interview.people).toMatchObject([
      { name: 'Lê Năng Hảo', honorific: 'đồng chí', office: 'Phó Trưởng Ban Tổ chức Tỉnh ủy', part: 'interviewee' },
      { name: 'Nguyễn Xuân', part: 'interviewer' },
    ]);
    expect(interview.byline[0]?.person).toBe(interview.people[1]?.id);
  });

  it('has one teaser', () => {
    expect(interview.teasers).toMatchObject([
      { label: 'E-magazine', heading: 'Kiến tạo kinh tế nông nghiệp, nông thôn' },
    ]);
    expect(interview.teasers[0]?.text).toMatch(/^Đắk Lắk không chỉ.*ngoài nước\.$/);
  });

  it('tells what was cleaned and left out', () => {
    expect(rule('spaces-no-break')?.values).toEqual({ count: 5 });
    expect(rule('spaces-double')?.values).toEqual({ count: 2 });
    expect(rule('empty-paragraphs')?.values).toEqual({ count: 1 });
    expect(rule('navigation-left-out')?.values).toEqual({ text: 'Multimedia Đọc Báo in' });
    expect(rule('ornament-taken')?.values).toEqual({ text: '*' });
    expect(remarks).toHaveLength(7);
  });

  it('keeps every sentence, and the quotation marks as they were', () => {
    const texts = textsOf(interview).map(({ text }) => plainText(text));
    const teasers = interview.teasers.map(({ label, heading, text }) => `(${label}) ${heading}\n${text}`);
    const all = [...texts, formatByline(interview.byline), ...teasers].join('\n');
    const left = source
      .split('\n')
      .map((line) => line.replaceAll('\u00a0', ' ').replace(/ +/g, ' ').trim().replace(/^\*/, ''))
      .filter((line) => line !== '' && !all.includes(line));
    expect(left).toEqual(['Multimedia Đọc Báo in', '09:14, 02/02/2018', 'Ý kiến bạn đọc']);
    expect(all.match(/"/g)).toHaveLength(2);
    expect(all).not.toMatch(/\u00a0| {2}/);
  });

  it('is asked for what it lacks', () => {
    expect(checkInterview(interview).map(({ rule: name }) => name)).toEqual([
      'picture-missing',
      'credit-missing',
      'alt-missing',
      'quotes-mixed',
    ]);
  });
});
