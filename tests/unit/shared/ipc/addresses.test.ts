import { expect, test } from 'vitest';
import { isOwnAddress, isPieceId, parsePhotoPath, photoAddress } from '../../../../shared/ipc/addresses';

const FILE = `${'ab'.repeat(32)}.jpg`;

test('an address of a picture names the piece and the file back', () => {
  for (const piece of ['a', 'Đắk Lắk 100% #1?', 'x & y']) {
    expect(parsePhotoPath(new URL(photoAddress(piece, FILE)).pathname)).toEqual({ piece, file: FILE });
  }
});

test.each([
  '/photo',
  '/photo/a',
  `/photo//${FILE}`,
  `/photo/../${FILE}`,
  `/photo/%2e%2e/${FILE}`,
  `/photo/a%2Fb/${FILE}`,
  `/photo/a%5Cb/${FILE}`,
  `/photo/a%00/${FILE}`,
  `/photo/%E0%A4%A/${FILE}`,
  `/photo/.trash/${FILE}`,
  `/photo/a/b/${FILE}`,
  '/photo/a/interview.json',
  `/photo/a/${FILE}%00.txt`,
  `/photo/a/${FILE.toUpperCase()}`,
  `/photo/a/..%2F${FILE}`,
  `/photos/a/${FILE}`,
])('%s names no picture', (pathname) => {
  expect(parsePhotoPath(pathname)).toBeNull();
});

test('a piece is named by a bare folder name', () => {
  expect(isPieceId('2026-11-23 Đắk Lắk')).toBe(true);
  for (const name of ['', '.', '..', '.x', 'a/b', 'a\\b', 'C:x', 'a\nb', 'x'.repeat(201)])
    expect(isPieceId(name)).toBe(false);
});

test('only our own window has our address', () => {
  expect(isOwnAddress('app://galley/index.html')).toBe(true);
  for (const address of [
    'app://galley.evil/',
    'app://galley',
    'https://galley/',
    'file:///app://galley/',
    'about:blank',
    '',
  ]) {
    expect(isOwnAddress(address)).toBe(false);
  }
});
