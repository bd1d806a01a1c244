import { NS } from '../../docx/namespaces';
import { element } from '../hand-off/xml';

/** A picture as it is embedded: a JPEG and its size in pixels. */
export interface DocxPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** English metric units to a centimetre, and the room that a picture may take on the page, in centimetres. */
const EMU = 360_000;
const WIDEST = 16;
const HIGHEST = 14;

/** The drawing of a picture in the line, as wide as the text unless it would be too high. */
export function pictureXml(picture: DocxPicture, relation: string, id: number, alt: string): string {
  const shape = picture.height / picture.width;
  const width = Math.min(WIDEST, HIGHEST / shape);
  const size = { cx: Math.round(width * EMU), cy: Math.round(width * shape * EMU) };
  const name = `picture-${id}`;
  return element(
    'w:drawing',
    {},
    element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
      element('wp:extent', size),
      element('wp:docPr', { id, name, ...(alt === '' ? {} : { descr: alt }) }),
      element('wp:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noChangeAspect: 1 })),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: NS.pic },
          element('pic:pic', {}, [
            element('pic:nvPicPr', {}, [element('pic:cNvPr', { id, name }), element('pic:cNvPicPr')]),
            element('pic:blipFill', {}, [
              element('a:blip', { 'r:embed': relation }),
              element('a:stretch', {}, element('a:fillRect')),
            ]),
            element('pic:spPr', {}, [
              element('a:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', size)]),
              element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
            ]),
          ]),
        ),
      ),
    ]),
  );
}
