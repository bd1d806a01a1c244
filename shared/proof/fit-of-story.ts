import type { AssignedLength } from '../interview/types';
import type { ComposedStory } from '../print/compose-pages';
import { POINTS_PER_MM } from '../print/page-template';
import type { PageTemplate } from '../print/page-template';
import type { Fit } from './proof';

/** Words on a line of text when the piece has none to count yet. */
const USUAL_WORDS = 7;
const MOST_ANSWERS = 3;

/** How a story stands to the length it was given. A line of the galley is a line, whatever air stands over it. */
export function fitOfStory(story: ComposedStory, page: PageTemplate, length: AssignedLength | undefined): Fit {
  const answers = new Map<string, number>();
  let [lines, words] = [0, 0];
  for (const piece of story.pieces) {
    if (piece.kind !== 'flow') continue;
    lines += piece.lines.length;
    for (const { tokens } of piece.lines) words += tokens.filter(({ start }) => start >= 0).length;
    if (piece.role === 'answer' && piece.source.block !== null) {
      answers.set(piece.source.block, (answers.get(piece.source.block) ?? 0) + piece.lines.length);
    }
  }
  const over = overOf(story, page, length, lines);
  const longest = [...answers]
    .map(([block, count]) => ({ block, lines: count }))
    .sort((one, other) => other.lines - one.lines);
  return {
    lines,
    over,
    words: Math.round(Math.abs(over ?? 0) * (lines > 0 ? words / lines : USUAL_WORDS)),
    longest: longest.slice(0, MOST_ANSWERS),
  };
}

function overOf(
  story: ComposedStory,
  page: PageTemplate,
  length: AssignedLength | undefined,
  lines: number,
): number | null {
  switch (length?.kind) {
    case 'lines':
      return lines - length.lines;
    case 'column':
      return rowsOf(story, 0) - Math.floor((length.centimetres * 10 * POINTS_PER_MM) / page.row + 0.01);
    case 'page': {
      const waiting = rowsOf(story, story.overset);
      return waiting > 0 ? waiting : -story.free;
    }
    case undefined:
      return null;
  }
}

/** The rows of the story from a unit on, with the air between its pieces. */
function rowsOf({ units }: ComposedStory, from: number): number {
  return units.slice(from).reduce((sum, { rows, above }, at) => sum + rows + (at === 0 ? 0 : above), 0);
}
