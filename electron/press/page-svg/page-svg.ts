import { PageDrawing } from './draw-page';
import { pageFont } from './page-fonts';
import type { PageFont } from './page-fonts';
import { isDictionary, isReference, numbersOf, PdfObjects } from './pdf-objects';
import type { PdfDictionary, PdfValue } from './pdf-objects';
import { SvgBytes } from './svg-bytes';

/** A printed page as a picture for the screen. Lengths in points. */
export interface PageSvg {
  readonly width: number;
  readonly height: number;
  /** Well-formed, without scripts, styles or anything to be fetched. */
  readonly svg: Uint8Array;
}

/**
 * The pages of a PDF as our own compiler writes it, glyph by glyph the outlines that are printed: the proof cannot
 * differ from the file. Throws when the PDF holds what the compiler does not write.
 */
export function pageSvgs(pdf: Uint8Array): readonly PageSvg[] {
  return [...drawnPages(pdf, 1 << 20)].map(({ width, height, drawing }) => {
    const out = new SvgBytes(drawing.length + 400);
    out.text(svgHead(width, height));
    out.bytes(drawing);
    out.text('</svg>');
    return { width, height, svg: out.take() };
  });
}

/** The opening of a page's SVG, with its white paper. */
export function svgHead(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#fff" d="M0 0h${width}v${height}H0z"/>`;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Elements of an SVG, without the element round them. */
  readonly drawing: Uint8Array;
}

/** The pages one by one, without paper. `expected` bytes are set aside for each; names in a drawing start with `name`. */
export function* drawnPages(pdf: Uint8Array, expected: number, name?: (page: number) => string): Generator<DrawnPage> {
  const objects = new PdfObjects(pdf);
  const fonts = new Map<number, PageFont>();
  const pictures = new Map<number, string | null>();
  const shared = {
    objects,
    font: (resource: PdfValue | undefined) => remembered(fonts, resource, () => pageFont(objects, resource)),
    picture: (resource: PdfValue | undefined) => remembered(pictures, resource, () => jpegAddress(objects, resource)),
  };
  const pages = pagesOf(objects, objects.dictionary(objects.trailer.entries.get('/Root')).entries.get('/Pages'));
  for (const [at, page] of pages.entries()) {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(objects.list(page.entries.get('/MediaBox')));
    const [width, height] = [right - left, top - bottom];
    const resources = objects.dictionary(page.entries.get('/Resources'));
    const content = Buffer.from(objects.stream(page.entries.get('/Contents'))).toString('latin1');
    const out = new SvgBytes(expected);
    new PageDrawing(out, shared, resources, height, name?.(at)).draw(content);
    yield { width, height, drawing: out.take() };
  }
}

function remembered<Value>(known: Map<number, Value>, key: PdfValue | undefined, make: () => Value): Value {
  if (!isReference(key)) return make();
  const before = known.get(key.object);
  if (before !== undefined) return before;
  const made = make();
  known.set(key.object, made);
  return made;
}

/** The pages in order; the size and resources of a page are its own, as the compiler writes them. */
function pagesOf(objects: PdfObjects, node: PdfValue | undefined): readonly PdfDictionary[] {
  const found = objects.resolve(node);
  if (!isDictionary(found)) return [];
  if (found.entries.get('/Type') === '/Page') return [found];
  return objects.list(found.entries.get('/Kids')).flatMap((kid) => pagesOf(objects, kid));
}

function jpegAddress(objects: PdfObjects, picture: PdfValue | undefined): string | null {
  const filter = objects.resolve(objects.dictionary(picture).entries.get('/Filter'));
  if (filter !== '/DCTDecode') return null;
  const bytes = objects.rawStream(picture);
  return `data:image/jpeg;base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}
