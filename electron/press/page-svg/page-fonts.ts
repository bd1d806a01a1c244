import { glyphOutlines } from './glyph-outlines';
import type { GlyphOutlines } from './glyph-outlines';
import type { PdfObjects, PdfValue } from './pdf-objects';

/** A face of the page: outlines and advances by glyph, advances in thousandths of the size. */
export interface PageFont extends GlyphOutlines {
  advance(glyph: number): number;
}

/** The face behind a font resource. */
export function pageFont(objects: PdfObjects, resource: PdfValue | undefined): PageFont {
  const type0 = objects.dictionary(resource).entries;
  const face = objects.dictionary(objects.list(type0.get('/DescendantFonts'))[0]).entries;
  const descriptor = objects.dictionary(face.get('/FontDescriptor')).entries;
  const outlines = outlinesOf(objects, descriptor.get('/FontFile2'));
  const widths = widthsOf(objects.list(face.get('/W')));
  const usual = Number(objects.resolve(face.get('/DW')) ?? 1000);
  return { ...outlines, advance: (glyph) => widths.get(glyph) ?? usual };
}

const known = new Map<string, GlyphOutlines>();

/** An edit seldom brings a new letter: the faces of one proof are byte for byte those of the last. */
function outlinesOf(objects: PdfObjects, file: PdfValue | undefined): GlyphOutlines {
  const key = Buffer.from(objects.rawStream(file)).toString('latin1');
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_FACES) known.clear();
  const outlines = glyphOutlines(objects.stream(file));
  known.set(key, outlines);
  return outlines;
}

/** With all their outlines some tens of megabytes. */
const MOST_FACES = 60;

/** ISO 32000-1, 9.7.4.3: `c [w1 w2 …]` or `first last w`. */
function widthsOf(list: readonly PdfValue[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < list.length;) {
    const first = Number(list[at]);
    const second = list[at + 1];
    if (Array.isArray(second)) {
      (second as readonly PdfValue[]).forEach((width, step) => widths.set(first + step, Number(width)));
      at += 2;
    } else {
      for (let glyph = first; glyph <= Number(second); glyph++) widths.set(glyph, Number(list[at + 2]));
      at += 3;
    }
  }
  return widths;
}
