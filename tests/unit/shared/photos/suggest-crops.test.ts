import { describe, expect, test } from 'vitest';
import type { Photo } from '../../../../shared/interview/types';
import { lacksShapedCrop, withSuggestedCrops } from '../../../../shared/photos/suggest-crops';

const photo: Photo = { id: 'p', file: `${'a'.repeat(64)}.jpg`, width: 1200, height: 800 };
const part = (x: number) => ({ x, y: 0, width: 0.5, height: 0.5 });
const crops = { 'web-16x9': part(0.1), 'web-1x1': part(0.2), 'web-3x4': part(0.3) };

describe('suggested crops', () => {
  test('go where there is none, and leave what a hand has cut', () => {
    const byHand = { ...photo, crops: { 'web-1x1': part(0.4), print: part(0.5) } };
    expect(withSuggestedCrops(byHand, crops).crops).toEqual({ ...crops, 'web-1x1': part(0.4), print: part(0.5) });
    expect(lacksShapedCrop(byHand)).toBe(true);
  });

  test('are wanted until every shape of the web has one', () => {
    expect(lacksShapedCrop(photo)).toBe(true);
    expect(lacksShapedCrop(withSuggestedCrops(photo, crops))).toBe(false);
  });
});
