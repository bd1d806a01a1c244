import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import { emptyInterview } from '../../interview/build';
import { parseByline } from '../../interview/byline';
import { normalise } from '../../interview/normalise';
import { isBlank, joinRuns, plainText } from '../../interview/text';
import type { Block, Interview, Mark, Teaser, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { Result } from '../../result';
import { failed, ok } from '../../result';
import { kindOfStyle } from '../../review/returned/interview-at';
import { alignCells } from '../../review/suggest/align-cells';
import { projectDocument, settlePlaces, type Projected, type SettledParagraph } from '../../review/returned/project';
import { takeBack } from '../../review/returned/take-back';
import { isQuestion } from '../plain/questions';
import { assignSpeakers } from '../plain/assign-speakers';
import type { SpokenLabel } from '../plain/read-speeches';
import { peopleOf, readPlainText } from '../read-plain-text';
import type { ReadFailure } from '../reader';
import type { DocxDocument, DocxParagraph, DocxPicture, DocxSpan } from './document';
import { LINE_BREAK } from './read-body';

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

interface Structured {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  /** By the number of the first paragraph of the file that it is made of. */
  readonly placeOf: ReadonlyMap<number, Place>;
}

function readStyled(
  written: readonly Projected[],
  document: DocxDocument,
  mint: MintId,
): Result<Structured, ReadFailure> {
  const placeOf = new Map<number, Place>();
  const pictures = new Map<string, DocxPicture>();
  const body: Block[] = [];
  const fields: { kicker?: Text; headline?: Text; standfirst?: Text } = {};
  let byline = '';
  const labels = new Set<string>();
  const spoken = new Map<string, SpokenLabel>();
  const teasers: Teaser[] = [];

  for (const { style, text, members, pictures: shown, list, label } of written) {
    const last = body.at(-1);
    const at = (place: Place) => void placeOf.set(members[0] ?? 0, place);
    const make = (block: Block, part: string, index?: number) => {
      body.push(block);
      at({ block: block.id, part, ...(index === undefined ? {} : { index }) });
    };
    for (const picture of shown) {
      const id = mint();
      body.push({ kind: 'photo', id, span: 2, caption: [], credit: [], alt: picture.alt });
      pictures.set(id, picture);
    }
    if (isBlank(text)) continue;
    if (label !== '') labels.add(label.trim());
    const photo = body.at(-1);
    if (style === 'kicker' && !fields.kicker) {
      fields.kicker = text;
      at({ part: 'kicker' });
    } else if (style === 'headline' && !fields.headline) {
      fields.headline = text;
      at({ part: 'headline' });
    } else if (style === 'sapo' && !fields.standfirst) {
      fields.standfirst = text;
      at({ part: 'standfirst' });
    } else if (style === 'byline') {
      byline = [byline, plainText(text)].filter((part) => part !== '').join('; ');
      at({ part: 'byline' });
    } else if ((style === 'caption' || style === 'credit') && photo?.kind === 'photo' && isBlank(photo[style])) {
      body[body.length - 1] = { ...photo, [style]: text };
      at({ block: photo.id, part: style });
    } else if (style === 'caption') {
      make({ kind: 'photo', id: mint(), span: 2, caption: text, credit: [], alt: '' }, 'caption');
    } else if (style === 'pullQuote') {
      make({ kind: 'pullQuote', id: mint(), quote: text, attribution: [] }, 'quote');
    } else if (style === 'attribution' && last?.kind === 'pullQuote' && isBlank(last.attribution)) {
      body[body.length - 1] = { ...last, attribution: text };
      at({ block: last.id, part: 'attribution' });
    } else if (style === 'boxHeading') {
      make({ kind: 'box', id: mint(), heading: text, paragraphs: [[]] }, 'heading');
    } else if (style === 'box' && last?.kind === 'box') {
      const paragraphs = [...last.paragraphs.filter((each) => !isBlank(each)), text];
      body[body.length - 1] = { ...last, paragraphs };
      at({ block: last.id, part: 'paragraphs', index: paragraphs.length - 1 });
    } else if (style === 'box') {
      make({ kind: 'box', id: mint(), heading: [], paragraphs: [text] }, 'paragraphs', 0);
    } else if (style === 'listItem' || (style === null && list)) {
      if (last?.kind === 'list' && last.ordered === (list?.ordered ?? false)) {
        body[body.length - 1] = { ...last, items: [...last.items, text] };
        at({ block: last.id, part: 'items', index: last.items.length });
      } else make({ kind: 'list', id: mint(), ordered: list?.ordered ?? false, items: [text] }, 'items', 0);
    } else if (style === 'relatedHeading') {
      const [, named, heading = ''] = /^\(([^()]{2,30})\)\s+(.+)$/.exec(plainText(text)) ?? [];
      teasers.push(named ? { heading, label: named } : { heading: plainText(text) });
    } else if (style === 'related' && teasers.length > 0) {
      teasers[teasers.length - 1] = { heading: '', ...teasers.at(-1), text: plainText(text) };
    } else {
      const before = body.findLast(({ kind }) => kind === 'question' || kind === 'answer' || kind === 'paragraph');
      const kind = kindOfStyle(style) ?? (before && before.kind !== 'paragraph' ? 'answer' : 'paragraph');
      const id = mint();
      make({ kind, id, text } as Block, 'text');
      if (label !== '') spoken.set(id, { label: label.trim().replace(/:$/, '') });
      else if (kind === 'answer' && last?.kind === 'answer') {
        // A later paragraph of the same answer is the same person's.
        const before = spoken.get(last.id);
        if (before) spoken.set(id, before);
      }
    }
  }
  const intro = [fields.standfirst ?? [], ...body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))];
  const { people, signatures } = peopleOf(intro.map(plainText), parseByline(byline), mint);
  const interview: Interview = {
    ...emptyInterview(languageOf(document, written)),
    ...fields,
    headline: fields.headline ?? [],
    people,
    byline: signatures,
    body,
    teasers,
  };
  const remarks = labels.size > 0 ? [note('labels-taken', { count: labels.size })] : [];
  const style =
    labels.size === 0
      ? {}
      : { labels: [...labels].some((label) => /^(Hỏi|Q):$/.test(label)) ? ('words' as const) : ('names' as const) };
  const named = assignSpeakers({ ...interview, ...style }, spoken, mint);
  return ok({ interview: normalise(named), remarks, pictures, placeOf });
}

function readUnstyled(
  written: readonly Projected[],
  document: DocxDocument,
  mint: MintId,
): Result<Structured, ReadFailure> {
  const words = written.map(({ text }) => plainText(text).replace(/\s+/g, ' ').trim());
  // Bold tells questions apart only where other paragraphs are not bold.
  const bold = words.filter((line, at) => written[at]?.bold === true && line !== '');
  const asking = bold.filter((line) => isQuestion(line, true) || /\?[”"’)]*$/.test(line));
  const marked = asking.length >= 2 && bold.length < words.length * 0.6;
  const subheads = new Set(
    written.flatMap(({ heading }, at) => (heading !== null && heading >= 1 ? [words[at] ?? ''] : [])),
  );
  const titleAt = written.findIndex(({ heading }) => heading === 0);
  const order =
    titleAt > 0 && titleAt < 4
      ? [titleAt, ...words.keys()].filter((at, index) => index === 0 || at !== titleAt)
      : [...words.keys()];
  const source = order.map((at) => words[at] ?? '').filter((line) => line !== '');
  const read = readPlainText(source.join('\n\n'), {
    mint,
    ...(marked ? { questions: new Set(asking) } : {}),
    // Who sets headings as headings means nothing else to be one.
    ...(subheads.size > 0 ? { subheads } : {}),
  });
  if (!read.ok) return read;
  const { interview } = read.value;

  // Each text of the piece is the end of one paragraph, or all of it: the marks that plain words have lost come from there.
  const placeOf = new Map<number, Place>();
  let from = 0;
  const takeLook = (text: Text, place: Place): Text => {
    const plain = plainText(text).trim();
    if (plain === '') return text;
    const at = words.findIndex((line, index) => index >= from && line.endsWith(plain));
    const found = at >= 0 ? at : words.findIndex((line) => line.endsWith(plain));
    const paragraph = written[found];
    if (!paragraph) return text;
    from = Math.max(from, found);
    placeOf.set(paragraph.members[0] ?? 0, place);
    return lookOfWords(text, paragraph.text, paragraph.bold ? ['bold'] : []);
  };
  const head: { headline: Text; standfirst?: Text; kicker?: Text } = { headline: interview.headline };
  if (interview.kicker) head.kicker = takeLook(interview.kicker, { part: 'kicker' });
  from = 0;
  head.headline = takeLook(interview.headline, { part: 'headline' });
  from = 0;
  if (interview.standfirst) head.standfirst = takeLook(interview.standfirst, { part: 'standfirst' });
  const body = interview.body.map((block): Block => {
    if ('text' in block) return { ...block, text: takeLook(block.text, { block: block.id, part: 'text' }) };
    if (block.kind === 'photo')
      return { ...block, caption: takeLook(block.caption, { block: block.id, part: 'caption' }) };
    return block;
  });
  const placed = placePictures(body, written, placeOf, mint);
  const missing = new Set(body.flatMap((block) => (block.kind === 'photo' ? [block.id] : [])));
  const remarks = read.value.remarks.filter(
    ({ rule, place }) =>
      rule !== 'picture-missing' || !missing.has(place?.block ?? '') || !placed.pictures.has(place?.block ?? ''),
  );
  const language = languageOf(document, written);
  return ok({
    interview: normalise({ ...interview, ...head, body: placed.body, language }),
    remarks,
    pictures: placed.pictures,
    placeOf,
  });
}

/** Each picture goes to the photo block whose caption follows it, or gets a block where it stood. */
function placePictures(
  body: readonly Block[],
  written: readonly Projected[],
  placeOf: ReadonlyMap<number, Place>,
  mint: MintId,
) {
  const pictures = new Map<string, DocxPicture>();
  const out = [...body];
  written.forEach(({ pictures: shown }, at) => {
    for (const picture of shown) {
      const near = written.slice(at, at + 2).flatMap(({ members }) => placeOf.get(members[0] ?? 0) ?? []);
      const captioned = near.find(({ part }) => part === 'caption')?.block;
      if (captioned !== undefined && !pictures.has(captioned)) {
        pictures.set(captioned, picture);
        const index = out.findIndex(({ id }) => id === captioned);
        const block = out[index];
        if (block?.kind === 'photo' && block.alt === '') out[index] = { ...block, alt: picture.alt };
        continue;
      }
      const before = written
        .slice(0, at + 1)
        .flatMap(({ members }) => placeOf.get(members[0] ?? 0)?.block ?? [])
        .at(-1);
      const id = mint();
      const index = before === undefined ? 0 : out.findIndex((block) => block.id === before) + 1;
      out.splice(index, 0, { kind: 'photo', id, span: 2, caption: [], credit: [], alt: picture.alt });
      pictures.set(id, picture);
    }
  });
  return { body: out, pictures };
}

/** The words with the looks that they have in `from`; a look that the whole paragraph has is its kind's, and dropped. */
function lookOfWords(words: Text, from: Text, drop: readonly Mark[]): Text {
  const cells = (text: Text) => text.flatMap((run) => [...run.text].map((char) => ({ char, run })));
  const [own, source] = [cells(words), cells(from)];
  const places = alignCells(
    source.map(({ char }) => ({ text: char, look: '' })),
    own.map(({ char }) => ({ text: char, look: '' })),
  );
  const looks = new Map<number, Text[number]>();
  source.forEach(({ run }, at) => {
    const place = places[at] ?? -1;
    if (place >= 0) looks.set(place, run);
  });
  return joinRuns(
    own.map(({ char }, at) => {
      const { marks = [], link } = looks.get(at) ?? {};
      const kept = marks.filter((mark) => !drop.includes(mark));
      return { text: char, ...(kept.length > 0 ? { marks: kept } : {}), ...(link ? { link } : {}) };
    }),
  );
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

function languageOf({ language }: DocxDocument, written: readonly Projected[]): string {
  const text = written.map((paragraph) => plainText(paragraph.text)).join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked = text.match(/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/g)?.length ?? 0;
  if (marked * 50 >= letters) return 'vi';
  return /^[a-z]{2}\b/i.exec(language)?.[0]?.toLowerCase() ?? 'en';
}
