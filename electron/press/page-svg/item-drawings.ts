import type { PlanItem, PrintPlan } from '../../../shared/print/plan';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { itemSource, itemsSource } from '../../../shared/writers/print/page-source';
import type { PressFailure } from '../press';
import type { Typst } from '../typst';
import { drawnPages, svgHead } from './page-svg';
import { SvgBytes } from './svg-bytes';

/** Pages drawn for the screen. */
export interface DrawnPlan {
  /** The SVG of each page wanted, in their order. */
  readonly svgs: readonly Uint8Array[];
  /** Characters on them that no face has. */
  readonly missing: readonly string[];
}

/**
 * Draws the pages of plans out of drawings of their items. What an edit leaves as it was, a column of text or a caption,
 * is not printed anew: that is most of a page, and printing is most of the time.
 */
export interface ItemDrawings {
  draw(plan: PrintPlan, pages: readonly number[]): Promise<Result<DrawnPlan, PressFailure>>;
}

interface Drawing {
  readonly svg: Uint8Array;
  readonly missing: readonly string[];
}

/** Bytes of drawings that are kept: some twenty pages of text. */
const MOST_BYTES = 24 * 1024 * 1024;

export function createItemDrawings(typst: Typst, most = MOST_BYTES): ItemDrawings {
  // The one used longest ago comes first.
  const known = new Map<string, Drawing>();
  let bytes = 0;
  let serial = 0;

  /** Prints the items that are not known yet, each on a page of its own. */
  async function learn(plan: PrintPlan, look: string, wanted: readonly string[]): Promise<PressFailure | null> {
    const unknown = [...new Set(wanted)].filter((source) => !known.has(look + source));
    if (unknown.length === 0) return null;
    const printed = await typst.run({ source: itemsSource(plan, unknown), files: {} }, { pdf: true });
    if (!printed.ok) return printed.failure;
    const { pdf, missing } = printed.value;
    const first = serial;
    for (const { drawing } of drawnPages(pdf ?? new Uint8Array(), 1 << 15, (page) => `c${first + page}-`)) {
      const source = unknown[serial - first] ?? '';
      known.set(look + source, { svg: drawing, missing: missing.filter((character) => source.includes(character)) });
      bytes += drawing.length;
      serial++;
    }
    return null;
  }

  function forget(): void {
    for (const [key, { svg }] of known) {
      if (bytes <= most) return;
      known.delete(key);
      bytes -= svg.length;
    }
  }

  return {
    async draw(plan, pages) {
      const look = lookOf(plan);
      const items = pages.map((page) => (plan.pages[page]?.items ?? []).map((item) => placed(item)));
      const failure = await learn(
        plan,
        look,
        items.flat().map(({ source }) => source),
      );
      if (failure) return { ok: false, failure };
      const missing = new Set<string>();
      const svgs = items.map((onPage) => {
        const out = new SvgBytes();
        out.text(svgHead(plan.width, plan.height));
        for (const { source, dx, dy } of onPage) {
          const drawing = known.get(look + source);
          if (!drawing) continue;
          known.delete(look + source);
          known.set(look + source, drawing);
          drawing.missing.forEach((character) => missing.add(character));
          out.text(`<g transform="translate(${dx} ${dy})">`);
          out.bytes(drawing.svg);
          out.text('</g>');
        }
        out.text('</svg>');
        return out.take();
      });
      forget();
      return ok<DrawnPlan>({ svgs, missing: [...missing] });
    },
  };
}

function placed(item: PlanItem) {
  const { source, dx, dy } = itemSource(item);
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  return { source, dx: hundredth(dx), dy: hundredth(dy) };
}

/** What the look of an item depends on besides its own source. */
function lookOf({ width, height, inks, language }: PrintPlan): string {
  return JSON.stringify([width, height, inks, language]);
}
