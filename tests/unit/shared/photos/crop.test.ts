import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampCrop,
  CROP_SHAPES,
  CROP_USES,
  cropFor,
  cutOf,
  effectivePpi,
  keepFocus,
  pixelBox,
  shownSize,
  straightenedShare,
  WHOLE,
} from '../../../../shared/photos/crop';

const photo = { width: 6000, height: 4000 };

describe('the crop for a use', () => {
  it('is the whole picture for print, web and original until one is made', () => {
    for (const use of ['print', 'web', 'original'] as const) expect(cropFor(photo, use)).toEqual(WHOLE);
    expect(cutOf(photo, 'print')).toEqual({});
  });
  it('has the shape of its use', () => {
    for (const [use, shape] of Object.entries(CROP_SHAPES)) {
      const { width, height } = shownSize(photo, use as 'web-1x1');
      expect(width / height).toBeCloseTo(shape, 2);
    }
  });
  it('keeps the focus as near the middle as the edges allow', () => {
    expect(cropFor({ ...photo, focus: { x: 0.5, y: 0.5 } }, 'web-1x1')).toMatchObject({
      x: expect.closeTo(1 / 6),
      y: 0,
    });
    expect(cropFor({ ...photo, focus: { x: 0.95, y: 0.5 } }, 'web-1x1').x).toBeCloseTo(1 / 3);
  });
  it('on the web follows the one for print, until it has its own', () => {
    const print = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 };
    const web = { x: 0, y: 0, width: 0.9, height: 0.9 };
    expect(cropFor({ ...photo, crops: { print } }, 'web')).toEqual(print);
    expect(cropFor({ ...photo, crops: { print, web } }, 'web')).toEqual(web);
    expect(cropFor({ ...photo, crops: { print } }, 'original')).toEqual(WHOLE);
  });
});

it('always lies inside the picture, holds its focus and has whole pixels', () => {
  const fraction = fc.double({ min: -1, max: 2, noNaN: false });
  const inside = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({ x: fraction, y: fraction, width: fraction, height: fraction }),
      fc.record({ x: inside, y: inside }),
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 9000 }),
      fc.constantFrom(...CROP_USES),
      (drawn, focus, width, height, use) => {
        const crop = keepFocus(clampCrop(drawn), focus);
        expect(focus.x).toBeGreaterThanOrEqual(crop.x - 1e-9);
        expect(focus.x).toBeLessThanOrEqual(crop.x + crop.width + 1e-9);
        for (const each of [crop, cropFor({ width, height, focus, crops: { print: drawn } }, use)]) {
          const box = pixelBox({ width, height }, each);
          expect(box.left + box.width).toBeLessThanOrEqual(width);
          expect(box.top + box.height).toBeLessThanOrEqual(height);
          expect(Math.min(box.left, box.top, box.width - 1, box.height - 1)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

it('neighbouring crops neither gap nor overlap', () => {
  const left = pixelBox({ width: 1001, height: 10 }, { x: 0, y: 0, width: 0.3333, height: 1 });
  const right = pixelBox({ width: 1001, height: 10 }, { x: 0.3333, y: 0, width: 0.6667, height: 1 });
  expect(left.left + left.width).toBe(right.left);
  expect(right.left + right.width).toBe(1001);
});

it('straightening leaves no empty corner', () => {
  for (const degrees of [-45, -10, 0.5, 3, 30]) {
    const share = straightenedShare(3, 2, degrees);
    const angle = (Math.abs(degrees) * Math.PI) / 180;
    // A corner of the frame, turned back, must lie on the picture.
    const [x, y] = [(3 * share) / 2, (2 * share) / 2];
    expect(x * Math.cos(angle) + y * Math.sin(angle)).toBeLessThanOrEqual(1.5 + 1e-9);
    expect(x * Math.sin(angle) + y * Math.cos(angle)).toBeLessThanOrEqual(1 + 1e-9);
  }
  expect(straightenedShare(3, 2, 0)).toBe(1);
});

it('tells the pixels to an inch of print', () => {
  expect(effectivePpi({ ...photo, crops: { print: { x: 0, y: 0, width: 0.5, height: 1 } } }, 'print', 254)).toBe(300);
});
