import type { Outline } from './glyph-outlines';
import { lettersOf } from './graphics';
import type { Graphics } from './graphics';
import type { Matrix } from './matrix';
import { compose, transformOf } from './matrix';
import type { PageFont } from './page-fonts';
import { readShown } from './read-shown';
import type { SvgBytes } from './svg-bytes';

/** How a string of a content stream is set. */
export interface Setting {
  readonly font: PageFont;
  /** In points. */
  readonly size: number;
  /** The text matrix, from where the string starts to the page. */
  readonly matrix: Matrix;
  /** How letters are shown (Tr), see `lettersOf`. */
  readonly mode: number;
}

/** Glyphs of one look on one baseline, gathered into one path. */
interface GlyphRun {
  readonly font: PageFont;
  /** The attributes that say how it is painted. */
  readonly paint: string;
  readonly grain: number;
  readonly matrix: Matrix;
  /** Its element has been opened: it has a glyph with an outline. */
  open: boolean;
}

/** Outlines are drawn to this many points: at twice the printed size it is a quarter of a pixel. */
const FINEST = 0.1;

/** Draws strings of glyphs into `out`, those that stand side by side and look alike as one path. */
export class GlyphRuns {
  #run: GlyphRun | null = null;

  constructor(private readonly out: SvgBytes) {}

  /** Draws a string in the units of its face; tells how far the next one stands from where it started. */
  show(operand: string, { font, size, matrix: text, mode }: Setting, now: Graphics): number {
    const grain = Math.min(60, Math.max(1, Math.round((FINEST / size) * font.unitsPerEm)));
    const scale = (size * grain) / font.unitsPerEm;
    const matrix = compose([scale, 0, 0, scale, 0, 0], compose(text, now.matrix));
    const perThousand = font.unitsPerEm / 1000 / grain;
    const run = this.#runOf(font, grain, matrix, lettersOf(now, mode, matrix));
    let pen = (matrix[4] - run.matrix[4]) / matrix[0];
    const start = pen;
    readShown(
      operand,
      (glyph) => {
        const outline = mode < 3 ? font.outline(glyph, grain) : null;
        if (outline) this.#glyph(run, pen, outline);
        pen += font.advance(glyph) * perThousand;
      },
      (kern) => (pen -= kern * perThousand),
    );
    return (pen - start) * scale;
  }

  /** What is drawn next lies over the glyphs so far. */
  end(): void {
    const run = this.#run;
    this.#run = null;
    if (run?.open) this.out.text('"/>');
  }

  /** The run that these glyphs go on with. */
  #runOf(font: PageFont, grain: number, matrix: Matrix, paint: string): GlyphRun {
    const run = this.#run;
    const same =
      run?.font === font &&
      run.grain === grain &&
      run.paint === paint &&
      matrix[1] === 0 &&
      [0, 1, 2, 3, 5].every((at) => Math.abs((run.matrix[at] ?? 0) - (matrix[at] ?? 0)) < 1e-6);
    if (run && same) return run;
    this.end();
    return (this.#run = { font, grain, matrix, paint, open: false });
  }

  #glyph(run: GlyphRun, pen: number, { x, y, path }: Outline): void {
    if (!run.open) this.out.text(`<path ${transformOf(run.matrix)}${run.paint} d="`);
    run.open = true;
    this.out.text(`M${Math.round((pen + x) * 10) / 10} ${y}`);
    this.out.bytes(path);
  }
}
