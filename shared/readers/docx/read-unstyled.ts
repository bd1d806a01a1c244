import type { MintId } from '../../interview/build';
import { normalise } from '../../interview/normalise';
import { plainText } from '../../interview/text';
import type { Block, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { Result } from '../../result';
import { ok } from '../../result';
import type { Projected } from '../../review/returned/project';
import { isQuestion } from '../plain/questions';
import { readPlainText } from '../read-plain-text';
import type { ReadFailure } from '../reader';
import type { DocxDocument, DocxPicture } from './document';
import { lookOfWords } from './look-of-words';
import { languageOf, type Structured } from './structured';

/** The piece of a document by somebody else: by its words, with bold questions and headings as hints. */
export function readUnstyled(
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
