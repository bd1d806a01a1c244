import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crop, Photo } from '../../../../shared/interview/types';
import { CROP_USES, cropFor, straightenedFrame, WHOLE } from '../../../../shared/photos/crop';
import { cutView } from '../../../../shared/photos/cut-view';
import {
  cropRatio,
  moveCrop,
  resizeCrop,
  scaleCrop,
  withCrop,
  withFocus,
  withStraighten,
} from '../../../../shared/photos/edit-crop';
import { picture } from '../../../support/builders';

const photo: Photo = picture('p', '0', { width: 6000, height: 4000 });
const middle: Crop = { x: 0.2, y: 0.2, width: 0.5, height: 0.5 };

describe('a crop under the hand', () => {
  it('moves inside the picture and stops at its edges', () => {
    expect(moveCrop(middle, 0.1, -0.1)).toEqual({
      x: expect.closeTo(0.3),
      y: expect.closeTo(0.1),
      width: 0.5,
      height: 0.5,
    });
    expect(moveCrop(middle, 9, 9)).toEqual({ x: 0.5, y: 0.5, width: 0.5, height: 0.5 });
  });
  it('is dragged by an edge while the opposite one stays', () => {
    expect(resizeCrop(middle, { x: 1, y: 0 }, 0.1, 0.3)).toMatchObject({
      x: 0.2,
      width: expect.closeTo(0.6),
      height: 0.5,
    });
    const left = resizeCrop(middle, { x: -1, y: -1 }, 0.1, 0.1);
    expect(left.x + left.width).toBeCloseTo(0.7);
    expect(left.y + left.height).toBeCloseTo(0.7);
  });
  it('never turns inside out', () => {
    expect(resizeCrop(middle, { x: 1, y: 1 }, -5, -5).width).toBeGreaterThan(0);
  });
  it('keeps the shape of its use and the opposite corner', () => {
    const ratio = cropRatio(photo, 'web-16x9') ?? 1;
    const start = cropFor(photo, 'web-16x9');
    const next = resizeCrop({ ...start, width: 0.5, height: 0.5 / ratio }, { x: 1, y: 1 }, 0.1, 0, ratio);
    expect(next.width / next.height).toBeCloseTo(ratio);
    expect(next.x).toBeCloseTo(start.x);
    expect(next.y).toBeCloseTo(start.y);
  });
  it('lies inside the picture and keeps a given ratio whatever is dragged', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const by = fc.double({ min: -2, max: 2, noNaN: true });
    const side = fc.constantFrom(-1, 0, 1) as fc.Arbitrary<-1 | 0 | 1>;
    fc.assert(
      fc.property(part, part, part, side, side, by, by, (x, y, size, hx, hy, dx, dy) => {
        const ratio = cropRatio(photo, 'web-3x4') ?? 1;
        const height = 0.1 + size * 0.8;
        const start = moveCrop({ x, y, width: height * ratio, height }, 0, 0);
        const next = resizeCrop(start, { x: hx, y: hy }, dx, dy, ratio);
        expect(next.x).toBeGreaterThanOrEqual(-1e-9);
        expect(next.y).toBeGreaterThanOrEqual(-1e-9);
        expect(next.x + next.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(next.y + next.height).toBeLessThanOrEqual(1 + 1e-9);
        if (next.width > 0.05 && next.height > 0.05) expect(next.width / next.height).toBeCloseTo(ratio, 4);
      }),
    );
  });
  it('grows about its middle', () => {
    const larger = scaleCrop(middle, 1.2);
    expect(larger.x + larger.width / 2).toBeCloseTo(0.45);
    expect(larger.width).toBeCloseTo(0.6);
  });
});

describe('the record of a photo', () => {
  it('holds only crops that were made', () => {
    const cut = withCrop(photo, 'print', middle);
    expect(cut.crops).toEqual({ print: middle });
    expect(withCrop(cut, 'print', null)).toEqual(photo);
    expect(withCrop(cut, 'print', WHOLE)).toEqual(photo);
    // The whole picture is a choice where the print cut would stand otherwise.
    expect(withCrop(cut, 'web', WHOLE).crops).toEqual({ print: middle, web: WHOLE });
  });
  it('keeps the focus inside and the turn small', () => {
    expect(withFocus(photo, { x: 2, y: -1 }).focus).toEqual({ x: 1, y: 0 });
    expect(withFocus({ ...photo, focus: { x: 0, y: 0 } }, null)).toEqual(photo);
    expect(withStraighten(photo, 44).straighten).toBe(15);
    expect(withStraighten(photo, 0.04)).toEqual(photo);
  });
});

describe('what the window shows of a cut', () => {
  it('is the whole picture, filling its window, when nothing is cut', () => {
    expect(cutView(photo, 'print')).toEqual({ shape: 1.5, width: 1, height: 1, x: 0.5, y: 0.5, turn: 0 });
  });
  it('puts the corners of the cut into the corners of the window', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CROP_USES),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0.1, max: 0.4, noNaN: true }),
        (use, at, size) => {
          const cut =
            use === 'original' ? photo : withCrop(photo, use, { x: at, y: at / 2, width: size, height: size });
          const crop = cropFor(cut, use);
          const { shape, width, x, y } = cutView(cut, use);
          const frame = straightenedFrame(cut);
          // In a window one unit wide the picture is `width` wide and stands with its middle at x.
          expect(x - width / 2).toBeCloseTo(-crop.x / crop.width);
          const height = (width * frame.height) / frame.width;
          expect(y / shape - height / 2).toBeCloseTo(-crop.y / crop.height / shape);
        },
      ),
    );
  });
});
