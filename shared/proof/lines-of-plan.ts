import type { Place } from '../interview/visit';
import { viewOfCrop } from '../photos/view-of-crop';
import type { PlannedLine, PrintPlan, Source } from '../print/plan';
import { tokenText } from '../print/tokens';
import type { ProofLine, ProofPicture } from './proof';

/** The lines of the piece on its pages; what only the page has (folio, running head) is left out. */
export function linesOfPlan({ pages }: PrintPlan): readonly ProofLine[] {
  return pages.flatMap(({ items }, page) =>
    items.flatMap((item) => {
      const place = item.kind === 'text' && !item.furniture ? placeOf(item.source) : null;
      if (item.kind !== 'text' || !place) return [];
      return item.lines.flatMap((line, at): ProofLine[] => {
        const span = spanOf(line);
        if (!span) return [];
        const room = { x: item.x, y: item.y + at * item.leading, width: item.width, height: item.leading };
        return [{ page, place, ...room, ...span }];
      });
    }),
  );
}

/** The photos of a plan; those without a file keep their grey room. */
export function picturesOfPlan({ pages }: PrintPlan): readonly ProofPicture[] {
  return pages.flatMap(({ items }, page) =>
    items.flatMap((item): ProofPicture[] => {
      if (item.kind !== 'picture' || item.path === null || item.shows === null) return [];
      const { block, index, x, y, width, height, shows } = item;
      const view = viewOfCrop(shows.photo, shows.crop);
      return [{ page, block, ...(index === undefined ? {} : { index }), x, y, width, height, view }];
    }),
  );
}

/** Which characters of its text a line holds; null for a line of nothing but a label. */
export function spanOf({ tokens }: PlannedLine): { readonly from: number; readonly to: number } | null {
  const own = tokens.filter(({ start }) => start >= 0);
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? { from: first.start, to: last.start + tokenText(last).length } : null;
}

/** Where the words of a text stand in the piece; null for texts that the editor does not show. */
export function placeOf({ block, part }: Source): Place | null {
  if (block === null) return HEAD.has(part) ? { part } : null;
  const numbered = /^(paragraph|item|caption|credit)-(\d+)$/.exec(part);
  if (numbered) return { block, part: `${numbered[1]}s`, index: Number(numbered[2]) };
  return { block, part };
}

const HEAD: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst', 'byline']);
