import type { SuggestionMark } from '../../interview/suggestions';
import type { DocxSpan } from '../../readers/docx/document';
import type { SettledParagraph } from './project';
import { nameOfMove } from './project';

/**
 * The paragraphs with both ends of each move at one moment, that of its arrival: between cutting and pasting seconds go by,
 * and what leaves at one moment and comes at another would be two proposals. Only where both are the same person's.
 */
export function movesAtOnce(paragraphs: readonly SettledParagraph[]): readonly SettledParagraph[] {
  const left = new Set<string>();
  const arrived = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const { by, at } of marksOfEnd(paragraph)) {
      const end = `${nameOfMove(paragraph)}\n${by}`;
      if (paragraph.move?.way === 'from') left.add(end);
      else arrived.set(end, Math.max(at, arrived.get(end) ?? 0));
    }
  }
  return paragraphs.map((paragraph) => {
    const { move } = paragraph;
    if (!move) return paragraph;
    const kind = move.way === 'from' ? 'del' : 'ins';
    const timed = <Marked extends { readonly ins?: SuggestionMark; readonly del?: SuggestionMark }>(marked: Marked) => {
      const mark = marked[kind];
      const end = `${nameOfMove(paragraph)}\n${mark?.by}`;
      const at = left.has(end) ? arrived.get(end) : undefined;
      return mark && at !== undefined ? { ...marked, [kind]: { ...mark, at } } : marked;
    };
    return { ...timed(paragraph), spans: paragraph.spans.map((span): DocxSpan => timed(span)) };
  });
}

/** The marks that make the paragraph leave, or arrive. */
function marksOfEnd({ move, ins, del, spans }: SettledParagraph): readonly SuggestionMark[] {
  if (!move) return [];
  const marks = move.way === 'from' ? [del, ...spans.map((span) => span.del)] : [ins, ...spans.map((span) => span.ins)];
  return marks.filter((mark) => mark !== undefined);
}
