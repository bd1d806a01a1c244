/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** How far the picture may run over the edge of the trimmed page, in millimetres. */
const BLEED = 3;

/** The paper round the trimmed page, in millimetres: it carries the marks and the slug line. */
export const SLUG = 10;

/** A trimmed page in points, and the corner of the sheet where its lower left corner lies. */
export interface TrimmedPage {
  readonly width: number;
  readonly height: number;
}

/** A rectangle as PDF boxes have it: lower left corner, width and height, in points. */
export type PageBox = readonly [x: number, y: number, width: number, height: number];

export function boxesOf({ width, height }: TrimmedPage): {
  readonly media: PageBox;
  readonly bleed: PageBox;
  readonly trim: PageBox;
} {
  const slug = SLUG * MM;
  const over = BLEED * MM;
  return {
    media: [0, 0, width + 2 * slug, height + 2 * slug],
    bleed: [slug - over, slug - over, width + 2 * over, height + 2 * over],
    trim: [slug, slug, width, height],
  };
}

/** Crop marks stand this far off the trimmed edge and are this long, in millimetres: none reaches the bleed. */
const MARK = { off: BLEED + 0.5, length: 5 };

/** The crop marks as path operators; the colour and the line are the caller's. */
export function cropMarks(page: TrimmedPage): string {
  const [x, y, width, height] = boxesOf(page).trim;
  const near = MARK.off * MM;
  const far = (MARK.off + MARK.length) * MM;
  const lines = [x, x + width].flatMap((at) => [
    [at, y - near, at, y - far],
    [at, y + height + near, at, y + height + far],
  ]);
  const across = [y, y + height].flatMap((at) => [
    [x - near, at, x - far, at],
    [x + width + near, at, x + width + far, at],
  ]);
  return [...lines, ...across].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => line(x1, y1, x2, y2)).join('');
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${point(x1, y1)} m ${point(x2, y2)} l S\n`;
}

function point(x: number, y: number): string {
  return `${x.toFixed(3)} ${y.toFixed(3)}`;
}
