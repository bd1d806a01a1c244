import { expect, test } from 'vitest';
import { isAllowedRequest } from '../../../../electron/windows/allowed-request';
import { placeWindow } from '../../../../electron/windows/window-bounds';

const MAIN = { x: 0, y: 0, width: 1920, height: 1080 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };
const left = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  maximised: false,
});

test('opens at 1440 × 900 the first time, or as large as a small screen lets it', () => {
  expect(placeWindow(undefined, [MAIN])).toEqual({ width: 1440, height: 900 });
  expect(placeWindow(undefined, [{ ...MAIN, width: 1366, height: 728 }])).toEqual({ width: 1366, height: 728 });
});

test('opens where it was left, on any screen', () => {
  expect(placeWindow(left(100, 50), [MAIN])).toEqual({ x: 100, y: 50, width: 1200, height: 800 });
  expect(placeWindow(left(2000, 10), [MAIN, SECOND])).toEqual({ x: 2000, y: 10, width: 1200, height: 800 });
});

test.each([
  ['whose screen is gone', left(2000, 10)],
  ['above the screen', left(100, -400)],
  ['below the screen', left(100, 1070)],
  ['left of the screen but for a sliver', left(-1150, 100)],
])('a window %s comes back without a place of its own', (_what, state) => {
  expect(placeWindow(state, [MAIN])).toEqual({ width: 1200, height: 800 });
});

test('is never larger than its screen nor smaller than can be worked in', () => {
  expect(placeWindow(left(0, 0, 5000, 5000), [MAIN])).toMatchObject({ width: 1920, height: 1080 });
  expect(placeWindow(left(0, 0, 10, 10), [MAIN])).toMatchObject({ width: 900, height: 600 });
});

test('only our own scheme and the page’s own memory may be asked', () => {
  for (const own of ['app://galley/a.js', 'blob:app://galley/1', 'data:image/png;base64,AA'])
    expect(isAllowedRequest(own, false)).toBe(true);
  for (const foreign of [
    'https://example.com/',
    'http://localhost/',
    'ws://localhost/',
    'wss://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'app://other/',
    'app://galley.evil/',
    'blob:https://example.com/1',
    'chrome://gpu',
    'devtools://devtools/x',
  ]) {
    expect(isAllowedRequest(foreign, false)).toBe(false);
  }
  expect(isAllowedRequest('devtools://devtools/x', true)).toBe(true);
});
