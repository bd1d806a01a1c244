import { ascii } from './svg-bytes';

/** The outlines of a TrueType face as strokes of an SVG path, y upwards. */
export interface GlyphOutlines {
  readonly unitsPerEm: number;
  /**
   * Where the outline starts and the relative commands from there; null for an empty glyph such as the space.
   * `grain` is how many units of the face make one of the path: small type needs no finer points.
   */
  outline(glyph: number, grain: number): Outline | null;
}

export interface Outline {
  readonly x: number;
  readonly y: number;
  /** ASCII. */
  readonly path: Uint8Array;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

type Contour = readonly Point[];

/** A glyph made of more parts than this, one in the other, is broken. */
const DEEPEST = 6;

/** Reads `head`, `loca` and `glyf` (OpenType 1.9). Throws for a face that has none of them, such as one with CFF outlines. */
export function glyphOutlines(font: Uint8Array): GlyphOutlines {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + 16 * at;
    tables.set(String.fromCharCode(...font.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((name) => tables.get(name));
  if (head === undefined || loca === undefined || glyf === undefined)
    throw new Error('a face without TrueType outlines');
  const long = view.getInt16(head + 50) === 1;
  const placeOf = (glyph: number) => (long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph));

  function contoursOf(glyph: number, depth = 0): readonly Contour[] {
    const at = placeOf(glyph);
    if (placeOf(glyph + 1) <= at || depth > DEEPEST) return [];
    const start = (glyf ?? 0) + at;
    const count = view.getInt16(start);
    return count >= 0 ? simple(view, start, count) : composite(view, start, (part) => contoursOf(part, depth + 1));
  }

  const known = new Map<number, Outline | null>();
  return {
    unitsPerEm: view.getUint16(head + 18),
    outline(glyph, grain) {
      const key = glyph * 64 + grain;
      let outline = known.get(key);
      if (outline === undefined) known.set(key, (outline = pathOf(contoursOf(glyph), grain)));
      return outline;
    },
  };
}

function simple(view: DataView, start: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, at) => view.getUint16(start + 10 + 2 * at));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = start + 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & 8 ? view.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const coordinates = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const all = flags.map((flag, point): Point => ({ x: xs[point] ?? 0, y: ys[point] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, contour) => all.slice(contour === 0 ? 0 : (ends[contour - 1] ?? 0) + 1, end + 1));
}

function composite(
  view: DataView,
  start: number,
  contoursOf: (glyph: number) => readonly Contour[],
): readonly Contour[] {
  const contours: Contour[] = [];
  let at = start + 10;
  for (let more = true; more;) {
    const flags = view.getUint16(at);
    const part = view.getUint16(at + 2);
    at += 4;
    const wide = (flags & 1) !== 0;
    const x = wide ? view.getInt16(at) : view.getInt8(at);
    const y = wide ? view.getInt16(at + 2) : view.getInt8(at + 1);
    at += wide ? 4 : 2;
    const next = () => {
      at += 2;
      return view.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) a = d = next();
    else if (flags & 0x40) [a, d] = [next(), next()];
    else if (flags & 0x80) [a, b, c, d] = [next(), next(), next(), next()];
    // Parts that are put point to point instead of by a shift occur in none of our faces: they stay where they are.
    const [dx, dy] = flags & 2 ? [x, y] : [0, 0];
    for (const contour of contoursOf(part)) {
      contours.push(
        contour.map((point) => ({
          x: a * point.x + c * point.y + dx,
          y: b * point.x + d * point.y + dy,
          on: point.on,
        })),
      );
    }
    more = (flags & 0x20) !== 0;
  }
  return contours;
}

function pathOf(contours: readonly Contour[], grain: number): Outline | null {
  const on = (value: number) => Math.round(value / grain);
  let start: { readonly x: number; readonly y: number } | null = null;
  let [x, y] = [0, 0];
  let path = '';
  const step = (point: Point) => pair(on(point.x) - x, on(point.y) - y);
  const go = (point: Point) => {
    [x, y] = [on(point.x), on(point.y)];
  };
  for (const contour of contours) {
    const open = startOf(contour);
    if (!open) continue;
    if (start) path += `m${step(open.point)}`;
    go(open.point);
    start ??= { x, y };
    let control: Point | null = null;
    const line = (end: Point) => {
      const [dx, dy] = [on(end.x) - x, on(end.y) - y];
      if (dx === 0 && dy === 0) return;
      path += dx === 0 ? `v${dy}` : dy === 0 ? `h${dx}` : `l${pair(dx, dy)}`;
      go(end);
    };
    const curve = (by: Point, end: Point) => {
      if (isFlat(on(by.x) - x, on(by.y) - y, on(end.x) - x, on(end.y) - y)) return line(end);
      path += `q${step(by)}${after(step(end))}`;
      go(end);
    };
    for (const point of [...open.rest, open.point]) {
      if (!point.on) {
        if (control) curve(control, middle(control, point));
        control = point;
      } else if (control) {
        curve(control, point);
        control = null;
      } else if (point !== open.point) line(point);
    }
    path += 'z';
    go(open.point);
  }
  return start && path ? { ...start, path: ascii(path) } : null;
}

/** A curve that leaves its chord by less than a third of a unit is drawn as the chord. */
function isFlat(byX: number, byY: number, endX: number, endY: number): boolean {
  return Math.hypot(byX - endX / 2, byY - endY / 2) / 2 < 0.36;
}

function pair(x: number, y: number): string {
  return `${x}${after(String(y))}`;
}

/** A number behind a number: a minus parts them by itself. */
function after(number: string): string {
  return number.startsWith('-') ? number : ` ${number}`;
}

/** A point on the contour to start from, and the points after it in order. */
function startOf(contour: Contour): { readonly point: Point; readonly rest: Contour } | null {
  const at = contour.findIndex(({ on }) => on);
  if (at >= 0) {
    const point = contour[at];
    return point ? { point, rest: [...contour.slice(at + 1), ...contour.slice(0, at)] } : null;
  }
  const [head, last] = [contour[0], contour.at(-1)];
  return head && last ? { point: middle(last, head), rest: contour } : null;
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true };
}
