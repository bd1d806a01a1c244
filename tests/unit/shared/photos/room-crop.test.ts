import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropPpi, focusIn, roomCrop, straightenedFrame } from '../../../../shared/photos/crop';
import { viewOfCrop } from '../../../../shared/photos/view-of-crop';

const wide = { width: 3000, height: 2000 };

describe('the part of a photo that fills a room', () => {
  it('is all of it where the shapes are alike, and its middle where nothing else is asked', () => {
    expect(roomCrop(wide, 'print', 2 / 3)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(roomCrop(wide, 'print', 1).x).toBeCloseTo(1 / 6);
    expect(roomCrop(wide, 'print', 1 / 3)).toMatchObject({ x: 0, y: 0.25, width: 1 });
  });

  it('keeps the focus nearest its middle, inside the crop that was made by hand', () => {
    expect(roomCrop({ ...wide, focus: { x: 0.9, y: 0.5 } }, 'print', 1).x).toBeCloseTo(1 / 3);
    const crops = { print: { x: 0.2, y: 0.1, width: 0.6, height: 0.6 } };
    const shown = roomCrop({ ...wide, crops, focus: { x: 0, y: 0 } }, 'print', 1);
    expect(shown).toMatchObject({ x: 0.2, y: 0.1, height: 0.6 });
    expect(shown.width * 3000).toBeCloseTo(shown.height * 2000);
  });

  it('never leaves the crop and always has the shape of the room', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    const point = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        point,
        point,
        point,
        point,
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (...given) => {
          const [width, height, x, y, fx, fy, ratio] = given;
          const own = { x: x * (1 - width), y: y * (1 - height), width, height };
          const photo = { ...wide, straighten: 3, crops: { print: own }, focus: { x: fx, y: fy } };
          const shown = roomCrop(photo, 'print', ratio);
          const frame = straightenedFrame(photo);
          expect((shown.height * frame.height) / (shown.width * frame.width) / ratio).toBeCloseTo(1);
          expect(shown.x).toBeGreaterThanOrEqual(own.x - 1e-9);
          expect(shown.y).toBeGreaterThanOrEqual(own.y - 1e-9);
          expect(shown.x + shown.width).toBeLessThanOrEqual(own.x + own.width + 1e-9);
          expect(shown.y + shown.height).toBeLessThanOrEqual(own.y + own.height + 1e-9);
        },
      ),
    );
  });

  it('has the resolution of what is left of the photo', () => {
    expect(cropPpi(wide, { x: 0, y: 0, width: 0.5, height: 1 }, 127)).toBe(300);
  });
});

it('a focus is told within a crop, at its edge when it lies outside', () => {
  const crop = { x: 0.5, y: 0.5, width: 0.5, height: 0.25 };
  expect(focusIn(crop, { x: 0.75, y: 0.5 })).toEqual({ x: 0.5, y: 0 });
  expect(focusIn(crop, { x: 0.1, y: 0.9 })).toEqual({ x: 0, y: 1 });
  expect(focusIn(crop, undefined)).toBeUndefined();
});

it('a picture stands behind its window so that the window shows the crop', () => {
  const view = viewOfCrop(wide, { x: 0.25, y: 0.5, width: 0.5, height: 0.25 });
  // The window's left edge shows 0.25 of the picture, its right edge 0.75.
  expect(view.x - view.width / 2 + 0.25 * view.width).toBeCloseTo(0);
  expect(view.x - view.width / 2 + 0.75 * view.width).toBeCloseTo(1);
  expect(view.y - view.height / 2 + 0.5 * view.height).toBeCloseTo(0);
  expect(view.y - view.height / 2 + 0.75 * view.height).toBeCloseTo(1);
  expect(view.turn).toBe(0);
});
