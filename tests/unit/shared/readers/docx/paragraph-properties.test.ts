import { expect, it } from 'vitest';
import { ChangeMarks } from '../../../../../shared/readers/docx/change-marks';
import { propertiesOf } from '../../../../../shared/readers/docx/paragraph-properties';
import { element } from './elements';

const by = 'w:author="Hà" w:date="2026-11-20T08:00:00Z"';
const numbering = new Map([
  ['3', true],
  ['4', false],
]);
const properties = (contents: string) =>
  propertiesOf(
    element(`<w:pPr>${contents}</w:pPr>`),
    { styles: new Map(), numbering },
    new ChangeMarks({ by: 'ai đó', at: 0 }),
  );

it('a list by its number; none is told by a zero', () => {
  const list = (id: string) => properties(`<w:numPr><w:numId w:val="${id}"/></w:numPr>`).list;
  expect(list('3')).toEqual({ id: '3', ordered: true });
  expect(list('4')).toEqual({ id: '4', ordered: false });
  expect(list('9')).toEqual({ id: '9', ordered: false });
  expect(list('0')).toBeNull();
  expect(properties('').list).toBeNull();
});

it('what is proposed for its end, a move among it', () => {
  const mark = { id: 'docx-1', by: 'Hà', at: Date.UTC(2026, 10, 20, 8) };
  expect(properties(`<w:rPr><w:ins ${by}/></w:rPr>`)).toMatchObject({ ins: mark, del: undefined, move: undefined });
  expect(properties(`<w:rPr><w:moveFrom ${by}/></w:rPr>`)).toMatchObject({
    ins: undefined,
    del: mark,
    move: { name: '', way: 'from' },
  });
  expect(properties(`<w:rPr><w:moveTo ${by}/></w:rPr>`).move).toEqual({ name: '', way: 'to' });
});

it('a change of style that changes nothing is none', () => {
  expect(properties(`<w:pPrChange ${by}><w:pPr/></w:pPrChange>`).was).toBeUndefined();
});
