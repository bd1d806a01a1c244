import { expect, it } from 'vitest';
import { placePictures } from '../../../../shared/print/place-pictures';
import { BERLINER } from '../../../../shared/print/templates/shipped';
import { planPictures } from '../../../../shared/writers/web/picture-plan';
import { photo, photoBlock, piece } from '../writers/web/pieces';

it('page and web page plan for the part of the photo that is shown', () => {
  const cut = { ...photo('a', 1800, 1200), crops: { print: { x: 0, y: 0, width: 0.5, height: 0.5 } } };
  const interview = piece([photoBlock({ photoId: cut.id, span: 2 })], { photos: [cut] });
  const [, ...rest] = planPictures(interview, () => true).get(cut.id) ?? [];
  const widest = rest.filter(({ format }) => format === 'jpg').at(-1);
  expect(widest).toMatchObject({ width: 900, height: 600 });
  expect(placePictures(interview, BERLINER, () => true).pictures[0]?.ratio).toBeCloseTo(2 / 3);

  const upright = { ...cut, crops: { print: { x: 0, y: 0, width: 0.5, height: 1 } } };
  const other = piece([photoBlock({ photoId: cut.id, span: 2 })], { photos: [upright] });
  expect(placePictures(other, BERLINER, () => true).pictures[0]?.ratio).toBeCloseTo(1200 / 900);
});
