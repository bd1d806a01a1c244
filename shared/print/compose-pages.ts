import { warning } from '../checks/remark';
import type { Remark } from '../checks/remark';
import { formatByline } from '../interview/byline';
import { plainText } from '../interview/text';
import type { Interview, Photo } from '../interview/types';
import { speakerLabels } from '../writers/speaker-labels';
import { setPicture, setPullQuote } from './display';
import { balancedPage, columnRules, fullPage, raggedness } from './fill-page';
import type { FilledPage, Obstacle, Shape } from './fill-page';
import type { Piece } from './flow';
import { continuedTop, setFolio, setJump, setRunningHead, setTeasers, teaserPieces } from './furniture';
import type { Metrics } from './metrics';
import { setHead, setTitle } from './page-head';
import type { PageHead, PageTitle } from './page-head';
import type { PageTemplate } from './page-template';
import { columnLeft, depthOf, POINTS_PER_MM, rowTop, spanWidth } from './page-template';
import { slotItems } from './paint-slots';
import { placePictures } from './place-pictures';
import type { PlacedPicture } from './place-pictures';
import { moved } from './plan';
import type { PagePlan, PlanItem, PrintPlan } from './plan';
import { unitsOf } from './pour';
import type { Unit } from './pour';
import { quoteMoves, withQuoteBefore } from './move-quote';
import { quoteApart, storyPieces } from './story-pieces';

export interface ComposeOptions {
  /** Whether the picture's file is there; all are when this is not given. A missing one leaves its room on the page. */
  readonly hasPhoto?: (photo: Photo) => boolean;
  /** The number in the folio of the first page; 1 when not given. */
  readonly firstPage?: number;
}

/** A story in lines of one column, with what the first page leaves of it. */
export interface ComposedStory {
  readonly pieces: readonly Piece[];
  readonly units: readonly Unit[];
  /** The first unit that finds no room on the first page when it is filled to its full depth. */
  readonly overset: number;
  /** Rows of the first page that more text could fill, at its full depth. */
  readonly free: number;
}

export interface Composed {
  readonly plan: PrintPlan;
  readonly story: ComposedStory;
  readonly pictures: readonly PlacedPicture[];
  readonly remarks: readonly Remark[];
}

/** Lays an interview out on a template: on one page, or on as many as the text needs. */
export function composePages(
  interview: Interview,
  page: PageTemplate,
  metrics: Metrics,
  options: ComposeOptions = {},
): Composed {
  const { pictures, remarks } = placePictures(interview, page, options.hasPhoto ?? (() => true));
  const composer = new Composer(interview, page, metrics, pictures, options.firstPage ?? 1);
  const { pages, story, losses } = composer.compose();
  const plan: PrintPlan = {
    template: page.id,
    width: page.width * POINTS_PER_MM,
    height: page.height * POINTS_PER_MM,
    inks: page.ink,
    pages,
    language: interview.language,
    title: plainText(interview.headline).normalize('NFC').trim(),
    author: formatByline(interview.byline).normalize('NFC').trim(),
  };
  return { plan, story, pictures, remarks: [...remarks, ...losses] };
}

/** The first of several pages, and the unit that its pull quote stands before; null for its own place. */
interface OpeningPage extends FirstPage {
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

/** A pull quote away from its place costs as much as so many ragged rows. */
const QUOTE_MOVED = 0.5;

/** Columns that end within so little of each other need no further search. */
const EVEN_ENOUGH = 2;

interface FirstPage {
  readonly units: readonly Unit[];
  readonly head: PageHead;
  readonly shape: Shape;
  readonly filled: FilledPage | null;
  readonly ragged: number;
}

class Composer {
  readonly #interview: Interview;
  readonly #page: PageTemplate;
  readonly #metrics: Metrics;
  readonly #pictures: readonly PlacedPicture[];
  readonly #firstPage: number;
  readonly #lead: PlacedPicture | undefined;
  readonly #feet: readonly PlacedPicture[];
  readonly #title: PageTitle;
  readonly #leftOut: Remark[] = [];

  constructor(
    interview: Interview,
    page: PageTemplate,
    metrics: Metrics,
    pictures: readonly PlacedPicture[],
    firstPage: number,
  ) {
    this.#interview = interview;
    this.#page = page;
    this.#metrics = metrics;
    this.#pictures = pictures;
    this.#firstPage = Math.trunc(firstPage);
    this.#lead = pictures.find(({ stands }) => stands === 'head');
    this.#feet = pictures.filter(({ stands }) => stands === 'foot');
    this.#title = setTitle(interview, page, metrics);
  }

  compose(): { pages: readonly PagePlan[]; story: ComposedStory; losses: readonly Remark[] } {
    const apart = quoteApart(this.#interview, this.#page);
    // A quote across columns needs text round it: without room for that it goes back into its column.
    const tried = apart ? this.#composeWith(apart) : null;
    return (
      tried ??
      this.#composeWith(null) ?? { pages: [], story: { pieces: [], units: [], overset: 0, free: 0 }, losses: [] }
    );
  }

  #composeWith(apart: ReturnType<typeof quoteApart>) {
    const page = this.#page;
    const context = {
      page,
      metrics: this.#metrics,
      labels: speakerLabels(this.#interview),
      pictures: this.#pictures,
      apart,
    };
    const { pieces, remarks } = storyPieces(this.#interview, context);
    const units = unitsOf(pieces);
    const quote = apart ? setPullQuote(apart, page, page.quoteSpan, this.#metrics) : null;

    const plain = this.#balanced(this.#opening({ taller: 0, lower: 0 }, quote?.rows ?? 0), units);
    if (apart && !hasRoomForQuote(plain, this.#page)) return null;
    const full = fullPage(units, 0, plain.shape);
    const story: ComposedStory = {
      pieces,
      units,
      overset: full.next,
      free: full.next < units.length ? 0 : roomAfter(full),
    };
    const foot = setTeasers(this.#interview, page, this.#metrics);
    if (plain.filled) {
      const best = this.#bestFirst(plain, quote?.rows ?? 0, units, pieces);
      const filled = best.filled ?? plain.filled;
      const teasers = foot.rows > 0 && filled.depth + 2 + foot.rows <= best.shape.end ? foot.items : [];
      const told = foot.rows === 0 || teasers.length > 0;
      if (told) {
        const below = moved(teasers, columnLeft(page, 0), rowTop(page, filled.depth + 2));
        const only = this.#paint(
          this.#firstPage,
          best.head.items,
          best.shape,
          filled,
          best.units,
          pieces,
          quote?.items ?? [],
          below,
        );
        return { pages: [only], story, losses: remarks };
      }
    }
    const pages = this.#severalPages(
      this.#bestFull(plain, quote?.rows ?? 0, units, pieces),
      pieces,
      quote?.items ?? [],
    );
    return { pages, story, losses: [...remarks, ...this.#leftOut] };
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
  #bestFirst(plain: FirstPage, quoteRows: number, units: readonly Unit[], pieces: readonly Piece[]): FirstPage {
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

  /** The same for a first page that is full: the story goes on elsewhere. */
  #bestFull(plain: FirstPage, quoteRows: number, units: readonly Unit[], pieces: readonly Piece[]): OpeningPage {
    const openings = this.#variants(quoteRows);
    let best: OpeningPage = { ...plain, quoteBefore: null };
    let least = Infinity;
    for (const { before, units: story } of [{ before: null, units }, ...quoteMoves(units, pieces)]) {
      for (const { head, shape, cost } of openings) {
        const ragged = raggedness(fullPage(story, 0, shape, 1)) + cost + (before === null ? 0 : QUOTE_MOVED);
        if (ragged >= least) continue;
        least = ragged;
        best = { units, head, shape, filled: null, ragged, quoteBefore: before };
      }
      if (least <= EVEN_ENOUGH) break;
    }
    return best;
  }

  #footObstacles(depth: number): readonly Obstacle[] {
    let right = this.#page.columns;
    return this.#feet.map((picture) => {
      right -= picture.span;
      const { rows } = setPicture(picture, this.#page, this.#metrics);
      return { column: right, span: picture.span, row: depth - rows, rows };
    });
  }

  /** Page after page: full ones with a line that says where the piece goes on, the last one balanced. */
  #severalPages(first: OpeningPage, body: readonly Piece[], quote: readonly PlanItem[]): readonly PagePlan[] {
    const page = this.#page;
    const foot = setTeasers(this.#interview, page, this.#metrics);
    const withTeasers = [...body, ...teaserPieces(this.#interview, page, this.#metrics)];
    const arranged = (pieces: readonly Piece[]) => withQuoteBefore(unitsOf(pieces), pieces, first.quoteBefore);
    const bodyUnits = arranged(body);
    const allUnits = arranged(withTeasers);
    const pages: PagePlan[] = [];
    let number = this.#firstPage;
    let start = 0;
    for (;;) {
      const opening = pages.length === 0;
      const shape = opening ? first.shape : this.#laterShape();
      const head = opening ? first.head.items : setRunningHead(this.#interview, page, number - 1, this.#metrics);
      const quoted = opening ? quote : [];
      const closing = start < bodyUnits.length ? balancedPage(bodyUnits, start, shape) : null;
      if (closing && (foot.rows === 0 || closing.depth + 2 + foot.rows <= shape.end)) {
        const teasers = moved(foot.items, columnLeft(page, 0), rowTop(page, closing.depth + 2));
        pages.push(this.#paint(number, head, shape, closing, bodyUnits, body, quoted, teasers));
        return pages;
      }
      const last = balancedPage(allUnits, start, shape);
      if (last) {
        pages.push(this.#paint(number, head, shape, last, allUnits, withTeasers, quoted, []));
        return pages;
      }
      if (closing) {
        // The story ends here; a page for the related pieces alone would be none.
        this.#leftOut.push(warning('teasers-left-out', { count: this.#interview.teasers.length }));
        pages.push(this.#paint(number, head, shape, closing, bodyUnits, body, quoted, []));
        return pages;
      }
      const filled = fullPage(allUnits, start, shape, 1);
      pages.push(
        this.#paint(number, head, shape, filled, allUnits, withTeasers, quoted, this.#jumpLine(filled, number + 1)),
      );
      // Without a step forward the piece would never end. A template whose columns hold nothing is refused before.
      if (filled.next === start && pages.length > 1) throw new Error(`no column of ${page.id} takes another line`);
      start = filled.next;
      number++;
    }
  }

  #laterShape(): Shape {
    const { columns } = this.#page;
    const top = continuedTop(this.#page);
    return {
      columns,
      tops: Array.from({ length: columns }, () => top),
      crossed: Array.from({ length: columns - 1 }, () => top),
      obstacles: () => [],
      end: depthOf(this.#page),
    };
  }

  #jumpLine(filled: FilledPage, to: number): readonly PlanItem[] {
    const last = filled.slots.at(-1);
    if (!last) return [];
    const { column, row, rows } = last.slot;
    return moved(
      [setJump(this.#interview, this.#page, to, this.#metrics)],
      columnLeft(this.#page, column),
      rowTop(this.#page, row + rows),
    );
  }

  #paint(
    number: number,
    head: readonly PlanItem[],
    shape: Shape,
    filled: FilledPage,
    units: readonly Unit[],
    pieces: readonly Piece[],
    quote: readonly PlanItem[],
    foot: readonly PlanItem[],
  ): PagePlan {
    const page = this.#page;
    const hung = filled.obstacles.flatMap((it, at) => {
      const picture = this.#feet[at];
      const items =
        picture && it.row + it.rows === filled.depth && at < this.#feet.length
          ? setPicture(picture, page, this.#metrics).items
          : quote;
      return moved(items, columnLeft(page, it.column), rowTop(page, it.row));
    });
    return {
      number,
      items: [
        ...setFolio(this.#interview, page, number, this.#metrics),
        ...head,
        ...filled.slots.flatMap((slot) => slotItems(slot, units, pieces, page)),
        ...hung,
        ...columnRules(page, shape, filled),
        ...foot,
      ],
      frames: filled.slots.map(({ slot, free }) => ({
        column: slot.column,
        x: columnLeft(page, slot.column),
        y: rowTop(page, slot.row),
        width: spanWidth(page, 1) * POINTS_PER_MM,
        rows: slot.rows,
        free,
      })),
    };
  }
}

/** Free rows behind the end of the story: what the rules leave free in a column before it can take no further line. */
function roomAfter({ slots }: FilledPage): number {
  const last = slots.findLastIndex(({ placed }) => placed.length > 0);
  return slots.slice(Math.max(0, last)).reduce((sum, { free }) => sum + free, 0);
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

function hasRoomForQuote({ head, filled, shape }: FirstPage, page: PageTemplate): boolean {
  const depth = filled?.depth ?? shape.end;
  const column = quoteColumn(head.tops);
  const quote = shape.obstacles(depth).at(-1);
  return page.columns > 2 && quote !== undefined && depth - (head.tops[column] ?? 0) - quote.rows >= ROUND_QUOTE;
}
