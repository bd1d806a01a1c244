import type { Interview } from '../interview/types';
import { balancedPage, collides, fullPage, raggedness } from './fill-page';
import type { FilledPage, Obstacle, Shape } from './fill-page';
import type { Piece } from './flow';
import type { Metrics } from './metrics';
import { FARTHEST, quoteMoves } from './move-quote';
import { setHead, setTitle } from './page-head';
import type { PageHead, PageTitle } from './page-head';
import type { PageTemplate } from './page-template';
import { depthOf } from './page-template';
import type { PlacedPicture } from './place-pictures';
import type { Unit } from './pour';
import { setPlaced } from './set-placed';

/** The first of several pages, and the unit that its pull quote stands before; null for its own place. */
export interface OpeningPage extends FirstPage {
  readonly quoteBefore: number | null;
}

/**
 * The leading picture may be cropped or grow by so many rows, and the columns start a row lower, if that lets them end
 * together. The least change first.
 */
const VARIANTS: readonly Variant[] = [
  { taller: 0, lower: 0 },
  { taller: -1, lower: 0 },
  { taller: 1, lower: 0 },
  { taller: 0, lower: 1 },
  { taller: -2, lower: 0 },
  { taller: 2, lower: 0 },
  { taller: -1, lower: 1 },
  { taller: 1, lower: 1 },
  { taller: -3, lower: 0 },
  { taller: 3, lower: 0 },
];

interface Variant {
  readonly taller: number;
  readonly lower: number;
}

/** A row by which the head departs from what it is costs as much as so many ragged rows. */
const HEAD_CHANGED = 0.6;

interface Opening {
  readonly head: PageHead;
  readonly shape: Shape;
  readonly cost: number;
}

/** A full page may end so many rows above its foot. */
const HIGHER_FOOT = 3;

/** A pull quote away from its place costs as much as so many ragged rows. */
const QUOTE_MOVED = 0.5;

/** Columns that end within so little of each other need no further search. */
const EVEN_ENOUGH = 2;

export interface FirstPage {
  readonly units: readonly Unit[];
  readonly head: PageHead;
  readonly shape: Shape;
  readonly filled: FilledPage | null;
  readonly ragged: number;
}

/** Looks for the first page on which the columns end most evenly. */
export class FirstPageSearch {
  readonly #interview: Interview;
  readonly #page: PageTemplate;
  readonly #metrics: Metrics;
  readonly #lead: PlacedPicture | undefined;
  readonly #feet: readonly PlacedPicture[];
  readonly #title: PageTitle;

  constructor(interview: Interview, page: PageTemplate, metrics: Metrics, pictures: readonly PlacedPicture[]) {
    this.#interview = interview;
    this.#page = page;
    this.#metrics = metrics;
    this.#lead = pictures.find(({ stands }) => stands === 'head');
    this.#feet = pictures.filter(({ stands }) => stands === 'foot');
    this.#title = setTitle(interview, page, metrics);
  }

  /** Whether the pictures of the foot have room under the head when the page is filled to its full depth. */
  feetFit(): boolean {
    const { shape } = this.#opening({ taller: 0, lower: 0 }, 0);
    return !collides(shape, shape.end);
  }

  /** The page with its head as it is and the pull quote in its place. */
  plain(units: readonly Unit[], quoteRows: number): FirstPage {
    return this.#balanced(this.#opening({ taller: 0, lower: 0 }, quoteRows), units);
  }

  /** The head of the first page in one variant, and the room it leaves; the quote across columns as high as told, 0 for none. */
  #opening({ taller, lower }: Variant, quoteRows: number): Opening {
    const page = this.#page;
    const title = { ...this.#title, row: this.#title.row + lower };
    const head = setHead(this.#interview, page, title, this.#lead, this.#metrics, taller);
    const shape: Shape = {
      columns: page.columns,
      tops: head.tops,
      crossed: head.crossed,
      obstacles: (depth) => [...this.#footObstacles(depth), ...quoteObstacle(head.tops, quoteRows, depth)],
      end: depthOf(page),
    };
    return { head, shape, cost: HEAD_CHANGED * (Math.abs(taller) + lower) };
  }

  #balanced({ head, shape, cost }: Opening, units: readonly Unit[]): FirstPage {
    const filled = balancedPage(units, 0, shape);
    return { units, head, shape, filled, ragged: filled ? raggedness(filled) + cost : Infinity };
  }

  #variants(quoteRows: number): readonly Opening[] {
    const possible = VARIANTS.filter(
      ({ taller, lower }) => (this.#lead || taller === 0) && (this.#title.mayDrop || lower === 0),
    );
    return possible.map((variant) => this.#opening(variant, quoteRows));
  }

  /** Of all heads and of all places of a pull quote in its column, those by which the columns end most evenly. */
  bestClosed(plain: FirstPage, quoteRows: number, units: readonly Unit[], pieces: readonly Piece[]): FirstPage {
    let best = plain;
    if (best.ragged <= EVEN_ENOUGH) return best;
    const openings = this.#variants(quoteRows);
    for (const story of [units, ...quoteMoves(units, pieces).map((move) => move.units)]) {
      const cost = story === units ? 0 : QUOTE_MOVED;
      for (const opening of openings) {
        const tried = this.#balanced({ ...opening, cost: opening.cost + cost }, story);
        if (tried.ragged < best.ragged) best = tried;
      }
      if (best.ragged <= EVEN_ENOUGH) return best;
    }
    return best;
  }

  /** The same for a first page that is full. It may end a little higher, unless only what stands below the story has no room. */
  bestFull(plain: FirstPage, quoteRows: number, units: readonly Unit[], pieces: readonly Piece[]): OpeningPage {
    const openings = this.#variants(quoteRows);
    let best: OpeningPage = { ...plain, quoteBefore: null };
    let least = Infinity;
    const moves = [{ before: null, far: 0, units }, ...quoteMoves(units, pieces, FARTHEST.full)];
    const highest = plain.filled ? 0 : HIGHER_FOOT;
    for (let higher = 0; higher <= highest && least > EVEN_ENOUGH; higher++) {
      for (const { before, far, units: story } of moves) {
        for (const { head, shape: whole, cost } of openings) {
          const shape = { ...whole, end: whole.end - higher };
          if (collides(shape, shape.end)) continue;
          const away = QUOTE_MOVED * Math.ceil(far / FARTHEST.near) + HEAD_CHANGED * higher;
          const ragged = raggedness(fullPage(story, 0, shape, 1)) + cost + away;
          if (ragged >= least) continue;
          least = ragged;
          best = { units, head, shape, filled: null, ragged, quoteBefore: before };
        }
        if (least <= EVEN_ENOUGH) break;
      }
    }
    return best;
  }

  #footObstacles(depth: number): readonly Obstacle[] {
    let right = this.#page.columns;
    return this.#feet.map((picture) => {
      right -= picture.span;
      const { rows } = setPlaced(picture, this.#page, this.#interview.language, this.#metrics);
      return { column: right, span: picture.span, row: depth - rows, rows };
    });
  }
}

/** Two neighbouring columns that start level, as far right as they go, and a place a little above their middle. */
function quoteObstacle(tops: readonly number[], rows: number, depth: number): readonly Obstacle[] {
  if (rows === 0) return [];
  const column = quoteColumn(tops);
  const top = tops[column] ?? 0;
  const room = depth - top - rows - 1;
  return [{ column, span: 2, row: top + Math.max(4, Math.round(room * 0.45)), rows: rows + 1 }];
}

function quoteColumn(tops: readonly number[]): number {
  const pairs = tops.slice(1).map((top, at) => ({ at, top: Math.max(top, tops[at] ?? 0), level: top === tops[at] }));
  const best = pairs.reduceRight((one, other) => {
    if (one.level !== other.level) return one.level ? one : other;
    return other.top < one.top ? other : one;
  });
  return best.at;
}

/** Rows of text above and below a quote across columns, together, for it to look like part of them. */
const ROUND_QUOTE = 16;

export function hasRoomForQuote({ head, filled, shape }: FirstPage, page: PageTemplate): boolean {
  const depth = filled?.depth ?? shape.end;
  const column = quoteColumn(head.tops);
  const quote = shape.obstacles(depth).at(-1);
  return page.columns > 2 && quote !== undefined && depth - (head.tops[column] ?? 0) - quote.rows >= ROUND_QUOTE;
}
