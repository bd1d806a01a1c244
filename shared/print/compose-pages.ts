import { warning } from '../checks/remark';
import type { Remark } from '../checks/remark';
import { formatByline } from '../interview/byline';
import { plainText } from '../interview/text';
import type { Interview, Photo } from '../interview/types';
import { speakerLabels } from '../writers/speaker-labels';
import { setPullQuote } from './display';
import { balancedPage, columnRules, fullPage } from './fill-page';
import type { FilledPage, Shape } from './fill-page';
import { FirstPageSearch, hasRoomForQuote } from './first-page';
import type { OpeningPage } from './first-page';
import type { Piece } from './flow';
import { continuedTop, setFolio, setJump, setRunningHead, setTeasers, teaserPieces } from './furniture';
import type { Metrics } from './metrics';
import type { PageTemplate } from './page-template';
import { columnLeft, depthOf, POINTS_PER_MM, rowTop, spanWidth } from './page-template';
import { slotItems } from './paint-slots';
import { placePictures } from './place-pictures';
import type { PlacedPicture } from './place-pictures';
import { moved } from './plan';
import type { PagePlan, PlanItem, PrintPlan } from './plan';
import { unitsOf } from './pour';
import type { Unit } from './pour';
import { withQuoteBefore } from './move-quote';
import { setPlaced } from './set-placed';
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
  const hasPhoto = options.hasPhoto ?? (() => true);
  let placed = placePictures(interview, page, hasPhoto);
  let search = new FirstPageSearch(interview, page, metrics, placed.pictures);
  if (!search.feetFit()) {
    placed = placePictures(interview, page, hasPhoto, 0);
    search = new FirstPageSearch(interview, page, metrics, placed.pictures);
  }
  const { pictures, remarks } = placed;
  const composer = new Composer(interview, page, metrics, pictures, search, options.firstPage ?? 1);
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

class Composer {
  readonly #interview: Interview;
  readonly #page: PageTemplate;
  readonly #metrics: Metrics;
  readonly #pictures: readonly PlacedPicture[];
  readonly #firstPage: number;
  readonly #feet: readonly PlacedPicture[];
  readonly #search: FirstPageSearch;
  readonly #leftOut: Remark[] = [];

  constructor(
    interview: Interview,
    page: PageTemplate,
    metrics: Metrics,
    pictures: readonly PlacedPicture[],
    search: FirstPageSearch,
    firstPage: number,
  ) {
    this.#interview = interview;
    this.#page = page;
    this.#metrics = metrics;
    this.#pictures = pictures;
    this.#firstPage = Math.trunc(firstPage);
    this.#feet = pictures.filter(({ stands }) => stands === 'foot');
    this.#search = search;
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

    const plain = this.#search.plain(units, quote?.rows ?? 0);
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
      const best = this.#search.bestClosed(plain, quote?.rows ?? 0, units, pieces);
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
      this.#search.bestFull(plain, quote?.rows ?? 0, units, pieces),
      pieces,
      quote?.items ?? [],
    );
    return { pages, story, losses: [...remarks, ...this.#leftOut] };
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
          ? setPlaced(picture, page, this.#interview.language, this.#metrics).items
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
