import type { Remark } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import { normalise } from '../../interview/normalise';
import { isBlank } from '../../interview/text';
import type { Block, Interview, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { Result } from '../../result';
import { failed, ok } from '../../result';
import { projectDocument, settlePlaces, type SettledParagraph } from '../../review/returned/project';
import { takeBack } from '../../review/returned/take-back';
import type { ReadFailure } from '../reader';
import type { DocxDocument, DocxParagraph, DocxPicture, DocxSpan } from './document';
import { lookOfWords } from './look-of-words';
import { LINE_BREAK } from './document';
import { readStyled } from './read-styled';
import { readUnstyled } from './read-unstyled';

/** A piece read from a document, with the pictures of its photo blocks, which are still in the package. */
export interface ReadManuscript {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  /** By the id of the photo block. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
}

/**
 * A document by whomever as a piece: by our styles where it has them, else by the words of its paragraphs and by what is bold.
 * Tracked changes become proposals and comments become threads.
 */
export function manuscriptAsInterview(document: DocxDocument, mint: MintId): Result<ReadManuscript, ReadFailure> {
  const settled = settlePlaces(splitAtBreaks(document.paragraphs)).map((paragraph) => ({ ...paragraph, place: null }));
  const now = projectDocument(settled, () => true);
  const written = now.filter(({ text, pictures }) => !isBlank(text) || pictures.length > 0);
  if (!written.some(({ text }) => !isBlank(text))) return failed({ kind: 'empty' });
  const styled = written.filter(({ style }) => style === 'question' || style === 'answer' || style === 'answerFirst');
  const read = styled.length > 0 ? readStyled(written, document, mint) : readUnstyled(written, document, mint);
  if (!read.ok) return read;
  const { interview, remarks, pictures, placeOf } = read.value;

  const placed = withPlaces(settled, placeOf);
  if (!isTracked(placed) && document.comments.length === 0)
    return ok({ interview, remarks: [...remarks, ...document.remarks], pictures });
  const before = beforeChanges(interview, placed, mint);
  const paragraphs = before.paragraphs.map(({ place, ...rest }) => ({ ...rest, places: place ? [place] : [] }));
  const taken = takeBack(
    before.piece,
    { ...document, paragraphs },
    { mint, by: document.savedBy || '?', at: document.savedAt, fresh: true },
  );
  return ok({ interview: taken.interview, remarks: [...remarks, ...taken.remarks], pictures });
}

/** In somebody else's document a line broken inside a paragraph is a paragraph: many press Shift+Enter, or paste from a chat. */
function splitAtBreaks(paragraphs: readonly DocxParagraph[]): readonly DocxParagraph[] {
  return paragraphs.flatMap((paragraph): readonly DocxParagraph[] => {
    const { spans, style } = paragraph;
    if (style || !spans.some(({ text, ins, del }) => text.includes(LINE_BREAK) && !ins && !del)) return [paragraph];
    const lines: DocxSpan[][] = [[]];
    for (const span of spans) {
      const parts = span.ins || span.del ? [span.text] : span.text.split(LINE_BREAK);
      parts.forEach((text, at) => {
        if (at > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push({ ...span, text });
      });
    }
    const { ins: _ins, del: _del, was: _was, ...plain } = paragraph;
    return lines.map((line, at): DocxParagraph => {
      const whole = at === lines.length - 1 ? paragraph : { ...plain, pictures: [] };
      const bold = line.every(({ text, look }) => text.trim() === '' || look.includes('bold')) && line.length > 0;
      return { ...whole, spans: line, places: [], bold: bold || paragraph.bold };
    });
  });
}

/** The paragraphs of the file with the places that their words were found to stand for. */
function withPlaces(
  settled: readonly SettledParagraph[],
  placeOf: ReadonlyMap<number, Place>,
): readonly SettledParagraph[] {
  return settled.map((paragraph, at) => ({ ...paragraph, place: placeOf.get(at) ?? null }));
}

/**
 * The piece as it stood before the tracked changes, so that they can be proposed to it, and where each paragraph then stood:
 * those that are deleted or joined now get places too. The same piece when nothing is tracked.
 */
function beforeChanges(
  interview: Interview,
  placed: readonly SettledParagraph[],
  mint: MintId,
): { readonly piece: Interview; readonly paragraphs: readonly SettledParagraph[] } {
  if (!isTracked(placed)) return { piece: interview, paragraphs: placed };
  const touched = (at: number) => {
    const own = placed.slice(at, at + 1);
    return isTracked(own) || placed[at - 1]?.del !== undefined || placed[at - 1]?.ins !== undefined;
  };
  const paragraphs = [...placed];
  const body = [...interview.body];
  let last: string | undefined;
  for (const { members, place, text } of projectDocument(placed, () => false)) {
    const [first = 0] = members;
    if (place?.part === 'text') last = place.block;
    const own = paragraphs[first];
    if (place || isBlank(text) || !own || !members.some(touched)) continue;
    const id = mint();
    const at = last === undefined ? 0 : body.findIndex((block) => block.id === last) + 1;
    const kind = body[at - 1]?.kind === 'question' || body[at - 1]?.kind === 'answer' ? 'answer' : 'paragraph';
    body.splice(at, 0, { kind, id, text: [] });
    paragraphs[first] = { ...own, place: { block: id, part: 'text' } };
    last = id;
  }
  const texts = new Map<string, Text>();
  for (const { members, place, text, bold } of projectDocument(paragraphs, () => false)) {
    if (place?.part !== 'text' || place.block === undefined) continue;
    // Untouched words stay as they were read: clean, and without the look of their kind.
    const read = interview.body.find((block) => block.id === place.block);
    const kept = read && 'text' in read && !members.some(touched) ? read.text : null;
    texts.set(place.block, kept ?? (bold ? lookOfWords(text, text, ['bold']) : text));
  }
  const there = new Set(paragraphs.flatMap(({ place }) => (place?.part === 'text' ? [place.block] : [])));
  const piece = body.flatMap((block): Block[] => {
    if (!('text' in block) || !there.has(block.id)) return [block];
    const text = texts.get(block.id);
    // What stands only since a change was made comes with the change.
    return text && !isBlank(text) ? [{ ...block, text }] : [];
  });
  return { piece: normalise({ ...interview, body: piece }), paragraphs };
}

function isTracked(paragraphs: readonly SettledParagraph[]): boolean {
  return paragraphs.some(
    ({ spans, ins, del, was }) => ins ?? del ?? was ?? spans.some((span) => span.ins ?? span.del ?? span.was),
  );
}
