// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FilteredList, type ListRow } from '../../../../renderer/ui/FilteredList';
import { holdsTyped } from '../../../../shared/text/fold';

const ROWS: readonly ListRow[] = [
  { id: 'a', words: 'Xuất bản…', beside: 'Ctrl+E' },
  { id: 'b', words: 'Bảng kiểm tra' },
  { id: 'c', words: 'Bảng ảnh' },
];
const find = (typed: string) => ROWS.filter(({ words }) => holdsTyped(words, typed));

let root: Root;
let did: string[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Element.prototype.scrollIntoView = () => {};
  did = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() =>
    root.render(
      <FilteredList
        label="Lệnh"
        hint="Gõ tên lệnh"
        nothing="Không có lệnh nào"
        find={find}
        onChoose={({ id }) => did.push(id)}
        onLeave={() => did.push('left')}
      />,
    ),
  );
});
afterEach(() => act(() => root.unmount()));

function field(): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (!found) throw new Error('the field is not there');
  return found;
}

const rows = () => [...document.querySelectorAll('[role=option]')];
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

function press(key: string, more: KeyboardEventInit = {}): void {
  act(() => void field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
}

function type(words: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('narrows by what is typed without accents, and begins at its first row again', () => {
  press('End');
  expect(active()).toBe('Bảng ảnh');
  type('bang');
  expect(rows().map((row) => row.textContent)).toEqual(['Bảng kiểm tra', 'Bảng ảnh']);
  expect(active()).toBe('Bảng kiểm tra');
  expect(rows().map((row) => row.getAttribute('aria-selected'))).toEqual(['true', 'false']);
  press('Enter');
  expect(did).toEqual(['b']);
});

it('says that nothing is found, and then Enter takes nothing', () => {
  expect(document.querySelector('[role=status]')?.textContent).toBe('');
  type('không có');
  expect(rows()).toEqual([]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('Không có lệnh nào');
  expect([field().getAttribute('aria-expanded'), field().getAttribute('aria-activedescendant')]).toEqual([
    'false',
    null,
  ]);
  press('Enter');
  expect(did).toEqual([]);
});

it('leaves the keys to an input method that is putting a word together, and to shortcuts', () => {
  press('ArrowDown', { isComposing: true });
  press('Enter', { isComposing: true });
  press('End', { shiftKey: true });
  press('ArrowDown', { ctrlKey: true });
  expect([active(), did]).toEqual(['Xuất bản…Ctrl+E', []]);
});

it('a click takes a row, Escape leaves', () => {
  act(() => (rows()[1] as HTMLElement).click());
  expect(did).toEqual(['b']);
  press('Escape');
  expect(did).toEqual(['b', 'left']);
});
