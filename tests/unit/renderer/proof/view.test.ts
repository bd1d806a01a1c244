import { describe, expect, test } from 'vitest';
import { AIR, pageWidth, pagesShown, shareOf, stepFrom, turned } from '../../../../renderer/proof/view';

const SHEET = { width: 822, height: 1190, pageCount: 2 };
const ROOM = { width: 500, height: 600 };

describe('the width of a page', () => {
  test('fits the panel with air on both sides, or half of it for two', () => {
    expect(pageWidth({ zoom: 'width', twoPages: false }, ROOM, SHEET)).toBe(500 - 2 * AIR);
    expect(pageWidth({ zoom: 'width', twoPages: true }, ROOM, SHEET)).toBe((500 - 3 * AIR) / 2);
    expect(pageWidth({ zoom: 'width', twoPages: true }, ROOM, { ...SHEET, pageCount: 1 })).toBe(500 - 2 * AIR);
  });
  test('fits the whole page when asked to', () => {
    const width = pageWidth({ zoom: 'height', twoPages: false }, ROOM, SHEET);
    expect((width * SHEET.height) / SHEET.width).toBeCloseTo(600 - 2 * AIR);
    expect(pageWidth({ zoom: 'height', twoPages: false }, { width: 300, height: 2000 }, SHEET)).toBe(300 - 2 * AIR);
  });
  test('is its printed size at 100 %', () => {
    expect(pageWidth({ zoom: 1, twoPages: false }, ROOM, SHEET)).toBeCloseTo(1096);
    expect(shareOf(1096, SHEET)).toBeCloseTo(1);
  });
});

test('zooms by steps and stops at the last', () => {
  expect(stepFrom(0.28, 1)).toBe(0.35);
  expect(stepFrom(0.35, 1)).toBe(0.5);
  expect(stepFrom(0.35, -1)).toBe(0.25);
  expect(stepFrom(4, 1)).toBe(4);
  expect(stepFrom(0.25, -1)).toBe(0.25);
});

test('shows two pages in pairs; the last one may stand alone', () => {
  const spread = (page: number, count = 5) => pagesShown({ page, twoPages: true }, count);
  expect([0, 1, 2, 3, 4].map((page) => spread(page))).toEqual([[0, 1], [0, 1], [2, 3], [2, 3], [4]]);
  expect(spread(1, 1)).toEqual([0]);
  expect(pagesShown({ page: 9, twoPages: false }, 3)).toEqual([2]);
});

test('turns by pages or spreads and stays at the ends', () => {
  expect(turned({ page: 0, twoPages: false }, 1, 3)).toBe(1);
  expect(turned({ page: 2, twoPages: false }, 1, 3)).toBe(2);
  expect(turned({ page: 0, twoPages: false }, -1, 3)).toBe(0);
  expect(turned({ page: 0, twoPages: true }, 1, 5)).toBe(2);
  expect(turned({ page: 3, twoPages: true }, 1, 5)).toBe(4);
  expect(turned({ page: 3, twoPages: true }, -1, 5)).toBe(1);
  expect(turned({ page: 4, twoPages: true }, 1, 5)).toBe(4);
});
