import { describe, expect, it } from 'vitest';
import { translator } from '../../../../shared/i18n/translate';
import { countingMint } from '../../../../shared/interview/build';
import { formatByline } from '../../../../shared/interview/byline';
import { normalise } from '../../../../shared/interview/normalise';
import { pairsOf } from '../../../../shared/interview/pairs';
import { repair } from '../../../../shared/interview/repair';
import { interviewSchema } from '../../../../shared/interview/schema';
import { plainText } from '../../../../shared/interview/text';
import { textsOf } from '../../../../shared/interview/visit';
import { checkInterview } from '../../../../shared/checks/check-interview';
import { countInterview } from '../../../../shared/text/counts';
import { TEMPLATES, templateById } from '../../../../shared/templates/all';
import { anniversary } from '../../../../shared/templates/anniversary';
import { sampleInterview } from '../../../../shared/templates/sample';
import { startFrom } from '../../../../shared/templates/start-from';
import { blanksOf, fillBlanks, fillInterview, openBlanks } from '../../../../shared/templates/variables';
import { picture } from '../../../support/builders';

const start = (values: { [id: string]: string }) => startFrom(anniversary, values, countingMint());
const said = (piece: ReturnType<typeof start>) => textsOf(piece).map(({ text }) => plainText(text));

describe('startFrom', () => {
  it('fills what is given everywhere and leaves the rest visible', () => {
    const piece = start({ paper: 'Báo Cao Nguyên', name: 'Nguyễn Văn An', journalist: 'Trần Hạ Miên', honorific: ' ' });
    expect(said(piece)[1]).toBe(
      'Nhân {{dịp}} ({{ngày}}), phóng viên Báo Cao Nguyên đã có cuộc phỏng vấn {{xưng hô}} Nguyễn Văn An, {{chức vụ}}, về {{chủ đề}}.',
    );
    expect(piece.paper).toBe('Báo Cao Nguyên');
    expect(formatByline(piece.byline)).toBe('Trần Hạ Miên (thực hiện)');
    expect(piece.people).toMatchObject([
      { part: 'interviewee', name: 'Nguyễn Văn An' },
      { part: 'interviewer', name: 'Trần Hạ Miên' },
    ]);
    expect(piece.people[0]).not.toHaveProperty('honorific');
    expect(openBlanks(piece).map(({ label }) => label)).toEqual([
      'dịp',
      'ngày',
      'xưng hô',
      'chức vụ',
      'chủ đề',
      'chức vụ',
      'xưng hô',
    ]);
    expect(piece.variables?.find(({ id }) => id === 'paper')?.value).toBe('Báo Cao Nguyên');
  });

  it('is not fooled by values that look like blanks or patterns', () => {
    expect(fillBlanks('Nhân {{dịp}}, $& {{ngày}}', [{ label: 'dịp', value: '$1 {{ngày}}' }])).toBe(
      'Nhân $1 {{ngày}}, $& {{ngày}}',
    );
    expect(start({ __proto__: 'x', toString: 'y' }).byline[0]?.name).toBe('{{phóng viên}}');
    expect(fillBlanks('{{họ tên}}'.normalize('NFD'), [{ label: 'họ tên', value: 'An' }])).toBe('An');
  });

  it('fills the rest later', () => {
    const piece = fillInterview(start({ name: 'An' }), [{ label: 'dịp', value: 'khai trương' }]);
    expect(said(piece)[1]).toMatch(/^Nhân khai trương \(\{\{ngày\}\}\)/);
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))('%s is sound', (id, template) => {
    const piece = startFrom(template, {}, countingMint());
    expect(templateById(id)).toBe(template);
    expect(interviewSchema.parse(piece)).toEqual(piece);
    expect(normalise(piece)).toEqual(piece);
    expect(repair(piece, countingMint('new')).remarks).toEqual([]);
    expect(pairsOf(piece.body).length).toBeGreaterThanOrEqual(3);
    for (const pair of pairsOf(piece.body)) expect(pair.answers.some((block) => block.kind === 'answer')).toBe(true);
    for (const block of piece.body)
      if (block.kind === 'question' || block.kind === 'answer') expect(block).toHaveProperty('prompt');
    const labels = new Set(template.variables.map(({ label }) => label));
    expect(blanksOf(JSON.stringify(template)).filter((label) => !labels.has(label))).toEqual([]);
    const unused = [...labels].filter((label) => !blanksOf(JSON.stringify(template)).includes(label));
    expect(unused).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('has its name, description and form labels in %s', (language) => {
    const { loose } = translator(language);
    const keys = TEMPLATES.flatMap(({ id, variables }) => [
      `${id}-name`,
      `${id}-description`,
      ...variables.map((variable) => `variable-${variable.id}`),
    ]);
    expect(keys.filter((key) => loose(`templates.${key}`) === `templates.${key}`)).toEqual([]);
  });
});

describe('the sample', () => {
  const sample = sampleInterview(picture('photo'));

  it('is valid, in canonical form and nothing in it is remarked', () => {
    expect(interviewSchema.parse(sample)).toEqual(sample);
    expect(normalise(sample)).toEqual(sample);
    expect(repair(sample, countingMint())).toEqual({ interview: sample, remarks: [] });
    expect(checkInterview(sample)).toEqual([]);
  });

  it('has every kind of block and every mark, and an ordinary length', () => {
    const kinds = new Set(sample.body.map((block) => block.kind));
    expect([...kinds].toSorted()).toEqual([
      'answer',
      'box',
      'closing',
      'list',
      'paragraph',
      'photo',
      'pullQuote',
      'question',
      'subhead',
    ]);
    const runs = textsOf(sample).flatMap(({ text }) => text);
    expect(new Set(runs.flatMap((run) => run.marks ?? [])).size).toBe(4);
    expect(runs.some((run) => run.link)).toBe(true);
    const { syllables } = countInterview(sample);
    expect(syllables).toBeGreaterThan(1100);
    expect(syllables).toBeLessThan(1300);
  });
});
