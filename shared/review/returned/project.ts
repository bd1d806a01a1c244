import type { SuggestionMark } from '../../interview/suggestions';
import { joinRuns } from '../../interview/text';
import type { Run, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { DocxParagraph } from '../../readers/docx/document';
import { LINE_BREAK } from '../../readers/docx/document';
import type { ParagraphStyle } from '../../writers/hand-off/styles';
import { runWithLook } from '../compare/tokens';

/** A paragraph of a document at one moment: with some of its tracked changes done and the others not. */
export interface Projected {
  /** Which paragraphs of the file it is made of, by number; the first gives it its place and style. */
  readonly members: readonly number[];
  readonly place: Place | null;
  readonly style: ParagraphStyle | null;
  readonly label: string;
  readonly text: Text;
  readonly list: DocxParagraph['list'];
  readonly pictures: DocxParagraph['pictures'];
  readonly bold: boolean;
  readonly heading: number | null;
  readonly within: DocxParagraph['within'];
}

/** A paragraph of the file with the one place that it stands for. */
export type SettledParagraph = Omit<DocxParagraph, 'places'> & { readonly place: Place | null };

/**
 * Gives each paragraph its one place. Bookmarks begin in the first half of a split and, after a merge, two begin in one
 * paragraph: the place goes with the words that were there before. Both ends of a move have the place of the block.
 */
export function settlePlaces(paragraphs: readonly DocxParagraph[]): readonly SettledParagraph[] {
  const places: (Place | null)[] = paragraphs.map((paragraph) => paragraph.places[0] ?? null);
  for (let from = 0; from < paragraphs.length;) {
    let to = from;
    while (paragraphs[to]?.ins && !paragraphs[to]?.move && to + 1 < paragraphs.length) to++;
    const chain = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const named = chain.flatMap((at) => places[at] ?? []);
    const [only] = named;
    if (chain.length > 1 && named.length === 1 && only) {
      const bearing = chain.find((at) => paragraphs[at]?.spans.some(({ ins }) => !ins)) ?? to;
      for (const at of chain) places[at] = at === bearing ? only : null;
    }
    from = to + 1;
  }
  const byMove = new Map<string, Place[]>();
  paragraphs.forEach((paragraph, at) => {
    const place = places[at];
    const name = nameOfMove(paragraph);
    if (paragraph.move && place) byMove.set(name, [...(byMove.get(name) ?? []), place]);
  });
  const counts = new Map<string, number>();
  return paragraphs.map((given, at) => {
    const { places: _places, ...paragraph } = given;
    const { move } = paragraph;
    const place = places[at] ?? null;
    if (!move || place) return { ...paragraph, place };
    const key = `${nameOfMove(given)} ${move.way}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    return { ...paragraph, place: byMove.get(nameOfMove(given))?.[index] ?? null };
  });
}

/** What both ends of a move share: its name, or its words where the file gives none. */
export function nameOfMove({ move, spans }: Pick<DocxParagraph, 'move' | 'spans'>): string {
  return move?.name || spans.map(({ text }) => text).join('');
}

/** The paragraphs after the changes that `isDone` chooses are accepted and all others refused. */
export function projectDocument(
  paragraphs: readonly SettledParagraph[],
  isDone: (mark: SuggestionMark) => boolean,
  threadsOf: (comments: readonly string[]) => readonly string[] = () => [],
): readonly Projected[] {
  const out: Projected[] = [];
  let members: number[] = [];
  let runs: Run[] = [];
  const stands = ({ ins, del }: { ins?: SuggestionMark; del?: SuggestionMark }) =>
    (!ins || isDone(ins)) && !(del && isDone(del));
  const close = (last: number) => {
    const named = members.find((at) => paragraphs[at]?.place) ?? members[0] ?? last;
    const head = paragraphs[named];
    const all = members.flatMap((at) => paragraphs[at] ?? []);
    if (head)
      out.push({
        members,
        place: head.place,
        style: head.was && !isDone(head.was) ? head.was.style : head.style,
        label: all[0]?.label ?? '',
        text: joinRuns(runs),
        list: head.list,
        pictures: all.flatMap(({ pictures }) => pictures),
        bold: all.every(({ bold }) => bold),
        heading: head.heading,
        within: head.within,
      });
    members = [];
    runs = [];
  };
  for (const [at, paragraph] of paragraphs.entries()) {
    const spans = paragraph.spans.filter(stands);
    const ends = stands(paragraph);
    if (spans.length > 0 || ends) members.push(at);
    for (const { text, look, was, comments = [] } of spans) {
      const seen = was && !isDone(was) ? was.look : look;
      const run = runWithLook(text.replaceAll(LINE_BREAK, ' '), seen);
      const threads = threadsOf(comments);
      runs.push(threads.length > 0 ? { ...run, threads } : run);
    }
    if (ends) close(at);
  }
  if (runs.length > 0) close(paragraphs.length - 1);
  return out;
}

/** Every mark in the document, one for each person and moment, the oldest first. */
export function marksOfDocument(paragraphs: readonly SettledParagraph[]): readonly SuggestionMark[] {
  const marks = new Map<string, SuggestionMark>();
  for (const { spans, ins, del, was } of paragraphs)
    for (const mark of [ins, del, was, ...spans.flatMap((span) => [span.ins, span.del, span.was])])
      if (mark) marks.set(`${mark.by}\n${mark.at}`, { id: mark.id, by: mark.by, at: mark.at });
  return [...marks.values()].toSorted((a, b) => a.at - b.at);
}

/** By whom and when, to the second: what a word processor keeps of a mark. */
export function markKey({ by, at }: Pick<SuggestionMark, 'by' | 'at'>): string {
  return `${by}\n${Math.floor(at / 1000)}`;
}
