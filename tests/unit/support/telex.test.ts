import { describe, expect, it } from 'vitest';
import { spell, telex } from '../../support/telex';

describe('the Telex model that the typing tests use', () => {
  it.each([
    ['DDoongf', 'Đồng'],
    ['chis', 'chí'],
    ['dduowcj', 'được'],
    ['dduwowcj', 'được'],
    ['tuyeenr', 'tuyển'],
    ['duwngj', 'dựng'],
    ['nguwowif', 'người'],
    ['quys', 'quý'],
    ['giaf', 'già'],
    ['DDawks', 'Đắk'],
    ['thuyr', 'thuỷ'],
    ['nghieeng', 'nghiêng'],
    ['xex', 'xẽ'],
  ])('shows %s as %s', (keys, shown) => {
    expect(telex(keys)).toBe(shown);
  });

  it('spells any text it can write back', () => {
    const text = 'Đồng chí trả lời phỏng vấn: “Người nông dân được hưởng gì?” – ngày 20-10.';
    expect(spell(text).replaceAll(/[A-Za-z]+/g, telex)).toBe(text);
  });

  it('refuses a word it cannot write', () => {
    expect(() => spell('hòa')).toThrow('hòa');
  });
});
