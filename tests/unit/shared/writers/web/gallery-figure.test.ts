import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Gallery } from '../../../../../shared/interview/types';
import { planPictures } from '../../../../../shared/writers/web/picture-plan';
import { writeWebPage } from '../../../../../shared/writers/web/write-web-page';
import { gallery } from '../../../../support/builders';
import { photo, piece, question } from './pieces';

const PHOTOS = [photo('a', 1800, 1200, 'a'), photo('b', 1200, 1600, 'b'), photo('c', 4000, 1000, 'c')];
const one = (photoId: string, caption = '', credit = '') => ({ photoId, caption, credit, alt: `alt ${photoId}` });

function page(...galleries: readonly Gallery[]) {
  const given = piece([...galleries.map((each, at) => ({ ...each, id: `g${at}` })), question('Hỏi?')], {
    photos: PHOTOS,
  });
  const written = writeWebPage(given, { pictures: planPictures(given, () => true) });
  const [html = '', style = ''] = written.files.map(({ contents }) => contents);
  const { document } = new JSDOM(html).window;
  return { html, style, document, remarks: written.remarks };
}

describe('a gallery on the web page', () => {
  it('is the golden page', async () => {
    const { html, style } = page(
      gallery([one('a', 'Đồng', 'Ảnh: X'), one('b', 'Giếng', 'Ảnh: Y')], { caption: 'Ở xã', span: 4 }),
      gallery([one('a'), one('b'), one('c')], { caption: 'Ba cảnh', credit: 'Ảnh: Z' }),
    );
    await expect(html).toMatchFileSnapshot('../../../../golden/web/gallery/index.html');
    await expect(style).toMatchFileSnapshot('../../../../golden/web/gallery/style.css');
  });

  it('is a figure of figures: each picture with its own words, the common ones last', () => {
    const { document } = page(gallery([one('a', 'Đồng', 'Ảnh: X'), one('b', '', 'Ảnh: Y')], { caption: 'Ở xã' }));
    const outer = document.querySelector('figure.gallery');
    const inner = [...(outer?.querySelectorAll('figure') ?? [])];
    expect(inner.map((each) => each.querySelector('img')?.alt)).toEqual(['alt a', 'alt b']);
    expect(inner.map((each) => each.querySelector('figcaption')?.textContent)).toEqual(['Đồng Ảnh: X', 'Ảnh: Y']);
    expect(outer?.lastElementChild?.tagName).toBe('FIGCAPTION');
    expect(outer?.lastElementChild?.textContent).toBe('Ở xã');
  });

  it('parts the width of a row by the shapes of its pictures, extreme ones within bounds', () => {
    const { document, style } = page(gallery([one('a'), one('b'), one('c')]));
    const classes = [...document.querySelectorAll('.row > figure')].map((each) => each.className);
    expect(classes).toEqual(['photo shape-150', 'photo shape-75', 'photo shape-250']);
    for (const [name, shape] of [
      ['shape-150', '1.5'],
      ['shape-75', '0.75'],
      ['shape-250', '2.5'],
    ])
      expect(style).toContain(`.gallery .${name} {\n  flex: ${shape} 1 `);
  });

  it('prints one credit once, tells of a missing picture by its number, and styles no page without galleries', () => {
    const { document, remarks } = page(gallery([one('a', '', 'Ảnh: X'), { credit: 'Ảnh: X' }]));
    expect([...document.querySelectorAll('.credit')].map((each) => each.textContent)).toEqual(['Ảnh: X']);
    expect(document.querySelector('.captioned')).toBeNull();
    expect(remarks).toMatchObject([
      { rule: 'export-photo-missing', place: { block: 'g0', part: 'captions', index: 1 } },
    ]);
    expect(page().style).not.toContain('.gallery');
  });

  it('loads the first pictures of the page at once, others late', () => {
    const { document } = page(gallery([one('a'), one('b')]), gallery([one('c')]));
    const loading = [...document.querySelectorAll('img')].map((each) => each.getAttribute('loading'));
    expect(loading).toEqual([null, null, 'lazy']);
  });
});
