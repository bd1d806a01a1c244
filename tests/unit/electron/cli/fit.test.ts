import { expect, test } from 'vitest';
import { fitText } from '../../../../electron/cli/fit';
import { parseCommand } from '../../../../electron/cli/arguments';
import { translator } from '../../../../shared/i18n/translate';

const report = {
  template: 'berliner-5',
  pages: 1,
  lines: 166,
  over: 8,
  words: 56,
  offPlan: 0,
  slots: [],
  longest: [{ question: 'Vì sao?', lines: 20 }],
};

test('says in words what to cut, and where', () => {
  expect(fitText(report, translator('vi'))).toContain('Thừa 8 dòng: bớt khoảng 56 tiếng');
  expect(fitText(report, translator('vi'))).toContain('20 dòng: Vì sao?');
  expect(fitText(report, translator('en'))).toContain('8 lines over: cut about 56 words');
  expect(fitText({ ...report, over: -3, words: 21 }, translator('en'))).toContain('3 lines under');
});

test('fit takes a page template, and no other command but export does', () => {
  expect(parseCommand(['fit', 'a.txt', '--page', 'tabloid-6'])).toMatchObject({
    ok: true,
    value: { kind: 'fit', page: 'tabloid-6' },
  });
  expect(parseCommand(['check', 'a.txt', '--page', 'tabloid-6'])).toMatchObject({
    ok: false,
    failure: { value: '--page' },
  });
});
