import type { Remark } from '../../checks/remark';
import { loss, note } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import { shownInBlock } from '../../interview/shown-pictures';
import { isBlank, joinRuns, plainText, toText } from '../../interview/text';
import type { Block, BlockKind, Interview, Text } from '../../interview/types';
import { textsOfBlock } from '../../interview/visit';
import type { Place } from '../../interview/visit';
import { isBlankBlock } from '../../writers/blank-block';
import type { ParagraphStyle } from '../../writers/hand-off/styles';
import { speakerLabels } from '../../writers/speaker-labels';
import type { Projected } from './project';

export interface AtMoment {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
}

export interface MomentOptions {
  /** The id of a block that a paragraph of the file makes new; the same for the same paragraph at every moment. */
  readonly idFor: (member: number) => string;
  /** The blocks that the document may change: others stay as they are. All, when it is absent. */
  readonly scope?: ReadonlySet<string>;
  /** The head fields that the document has at any moment. */
  readonly shownFields: ReadonlySet<string>;
}

type TextBlock = Extract<Block, { readonly text: Text }>;
type TextKind = TextBlock['kind'];

/** The texts of a gallery's pictures, which go by their number. */
const PICTURE_TEXTS: ReadonlySet<string> = new Set(['captions', 'credits']);

const TEXT_KINDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'subhead', 'question', 'answer', 'closing']);
const SLOTS: ReadonlySet<string> = new Set(['caption', 'credit', 'quote', 'attribution', 'heading']);

/**
 * The piece as a document that was made from it says at one moment: its words where the document has them, everything that the
 * document does not show as it is. What the document says and no piece can hold is told.
 */
export function interviewAt(piece: Interview, paragraphs: readonly Projected[], options: MomentOptions): AtMoment {
  const { idFor, scope, shownFields } = options;
  const remarks: Remark[] = [];
  const labels = speakerLabels(piece);
  const known = new Map(piece.body.map((block) => [block.id, block]));
  const out: Block[] = [];
  const many = new Map<string, Text[]>();
  const slots = new Map<string, Text[]>();
  const fields = new Map<string, Text[]>();
  const related = new Set(
    piece.teasers.flatMap(({ heading, text = '', label = '' }) => [heading, `(${label}) ${heading}`, text]),
  );
  let owner: Place | null = null;
  let reached = -1;

  const stand = (block: Block) => {
    if (!out.some(({ id }) => id === block.id)) out.push(block);
  };
  const put = (place: Place, text: Text) => {
    const { block: id, part } = place;
    owner = place;
    if (id === undefined) {
      fields.set(part, [...(fields.get(part) ?? []), text]);
      return;
    }
    const block = known.get(id);
    if (!block) return;
    stand(block);
    const list = part === 'paragraphs' || part === 'items' ? many : slots;
    const key = PICTURE_TEXTS.has(part) ? `${id} ${part} ${place.index ?? 0}` : `${id} ${part}`;
    list.set(key, [...(list.get(key) ?? []), text]);
  };
  const makeText = (kind: TextKind, paragraph: Projected, text: Text) => {
    const before = out.findLast((block) => block.kind === kind);
    const speaker = before && 'speaker' in before && before === out.at(-1) ? { speaker: before.speaker } : {};
    const id = idFor(paragraph.members[0] ?? 0);
    out.push({ kind, id, text, ...(speaker.speaker === undefined ? {} : speaker) } as Block);
    owner = { block: id, part: 'text' };
  };

  for (const paragraph of paragraphs) {
    const { place, style, text } = paragraph;
    const block = place?.block === undefined ? undefined : known.get(place.block);
    if (block && scope && !scope.has(block.id)) {
      // What may not be changed stands where it stands in the piece; it only tells where the words behind it belong.
      const index = piece.body.indexOf(block);
      if (index > reached) stand(block);
      reached = Math.max(reached, index);
      owner = { block: block.id, part: 'text' };
      continue;
    }
    if (place && block && place.part === 'block') {
      owner = place;
      stand(block);
      continue;
    }
    if (place && (place.block === undefined || (block && place.part !== 'text'))) {
      put(place, text);
      continue;
    }
    if (block && isTextBlock(block)) {
      const label = labels.get(block.id);
      const own = label === undefined ? text : withoutLabel(text, label, paragraph, block.id, remarks);
      const kind = (scope ? null : kindOfStyle(style)) ?? block.kind;
      const twin = out.some(({ id }) => id === block.id);
      if (twin) makeText(kind === 'closing' ? 'paragraph' : kind, paragraph, own);
      else {
        out.push(kind === block.kind ? { ...block, text: own } : retyped(block, kind, own));
        owner = { block: block.id, part: 'text' };
      }
      continue;
    }
    if (paragraph.pictures.length > 0)
      remarks.push(loss('docx-new-picture', { near: plainText(text).slice(0, 60) }, owner ?? undefined));
    if (isBlank(text)) continue;
    const words = plainText(text);
    if (related.has(words)) continue;
    const last: Place | null = owner;
    const inList = last !== null && last.part === 'items' && (style === 'listItem' || paragraph.list !== null);
    const inBox = last !== null && (last.part === 'paragraphs' || last.part === 'heading') && style === 'box';
    if (last && (inList || inBox)) {
      put({ ...last, part: inList ? 'items' : 'paragraphs' }, text);
      continue;
    }
    if (last && slotStyle(style) === last.part && SLOTS.has(last.part)) {
      put(last, text);
      continue;
    }
    if (last && last.block === undefined && fieldOfStyle(style) === last.part) {
      put(last, text);
      continue;
    }
    // The letter of a round stands before the first question.
    if (scope && !last) continue;
    if (scope) {
      makeText('answer', paragraph, text);
      continue;
    }
    if (paragraph.within === 'table' || (style !== null && kindOfStyle(style) === null))
      remarks.push(note('docx-as-paragraph', { text: words.slice(0, 200) }, last ?? undefined));
    makeText(kindOfStyle(style) ?? inheritedKind(out.at(-1)), paragraph, text);
  }

  const withTexts = out.map((block) => withCollected(block, many, slots, remarks));
  const body = withKept(withTexts, piece, scope, remarks);
  const head: { [part: string]: Text } = {};
  for (const part of ['kicker', 'headline', 'standfirst'] as const) {
    const texts = fields.get(part);
    if (texts) head[part] = joinTexts(texts, { part }, remarks);
    else if (shownFields.has(part)) head[part] = [];
  }
  const byline = plainText(fields.get('byline')?.[0]);
  if (fields.has('byline') && byline.trim() !== formatByline(piece.byline))
    remarks.push(note('docx-byline', { text: byline }, { part: 'byline' }));
  return { interview: { ...piece, ...head, body }, remarks };
}

function isTextBlock(block: Block): block is TextBlock {
  return TEXT_KINDS.has(block.kind);
}

function retyped(block: TextBlock, kind: TextKind, text: Text): Block {
  const { id, prompt } = block;
  return { kind, id, text, ...(prompt === undefined ? {} : { prompt }) };
}

/** The kind of block that a style of ours stands for; null for styles of other parts and of other people. */
export function kindOfStyle(style: ParagraphStyle | null): TextKind | null {
  switch (style) {
    case 'paragraph':
    case 'subhead':
    case 'question':
    case 'answer':
    case 'closing':
      return style;
    case 'answerFirst':
      return 'answer';
    default:
      return null;
  }
}

function slotStyle(style: ParagraphStyle | null): string | null {
  switch (style) {
    case 'caption':
    case 'credit':
    case 'attribution':
      return style;
    case 'pullQuote':
      return 'quote';
    case 'boxHeading':
      return 'heading';
    default:
      return null;
  }
}

function fieldOfStyle(style: ParagraphStyle | null): string | null {
  return style === 'sapo' ? 'standfirst' : style === 'kicker' || style === 'headline' ? style : null;
}

function inheritedKind(before: Block | undefined): TextKind {
  return before?.kind === 'question' || before?.kind === 'answer' ? 'answer' : 'paragraph';
}

/** The words behind the label, when the label lost its style on the way; another label is told. */
function withoutLabel(text: Text, label: string, paragraph: Projected, block: string, remarks: Remark[]): Text {
  const given = paragraph.label.trim();
  if (given === label) return text;
  if (given !== '') {
    remarks.push(note('docx-label', { label: given, ours: label }, { block, part: 'text' }));
    return text;
  }
  const plain = plainText(text);
  const before = /^\s*/.exec(plain)?.[0] ?? '';
  if (!plain.startsWith(before + label)) return text;
  const rest = plain.slice(before.length + label.length);
  return dropFirst(text, plain.length - rest.replace(/^\s/, '').length);
}

function dropFirst(text: Text, count: number): Text {
  let left = count;
  return joinRuns(
    text.flatMap((run) => {
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
    }),
  );
}

function joinTexts(texts: readonly Text[], place: Place, remarks: Remark[]): Text {
  const written = texts.filter((text) => !isBlank(text));
  if (written.length > 1) remarks.push(note('docx-joined', { count: written.length }, place));
  return joinRuns(written.flatMap((text, at) => (at === 0 ? text : [...toText(' '), ...text])));
}

function withCollected(
  block: Block,
  many: ReadonlyMap<string, readonly Text[]>,
  slots: ReadonlyMap<string, readonly Text[]>,
  remarks: Remark[],
): Block {
  const parts: Record<string, unknown> = {};
  for (const part of SLOTS) {
    const texts = slots.get(`${block.id} ${part}`);
    if (texts) parts[part] = joinTexts(texts, { block: block.id, part }, remarks);
  }
  for (const part of ['paragraphs', 'items']) {
    const texts = many.get(`${block.id} ${part}`);
    if (texts) parts[part] = texts;
  }
  const changed = Object.keys(parts).length > 0 ? ({ ...block, ...parts } as Block) : block;
  if (changed.kind !== 'gallery') return changed;
  const told = (part: string, index: number, text: Text) => {
    const texts = slots.get(`${block.id} ${part} ${index}`);
    return texts ? joinTexts(texts, { block: block.id, part, index }, remarks) : text;
  };
  return {
    ...changed,
    pictures: changed.pictures.map((picture, index) => ({
      ...picture,
      caption: told('captions', index, picture.caption),
      credit: told('credits', index, picture.credit),
    })),
  };
}

/** Blocks that the document could not show, and those that no proposal can take away, stay behind the block they stood behind. */
function withKept(
  body: readonly Block[],
  piece: Interview,
  scope: ReadonlySet<string> | undefined,
  remarks: Remark[],
): readonly Block[] {
  const out = [...body];
  const there = new Set(out.map(({ id }) => id));
  for (const [at, block] of piece.body.entries()) {
    if (there.has(block.id)) continue;
    // A photo whose file was missing was shown by its texts alone.
    const empty =
      shownInBlock(block).length > 0 ? textsOfBlock(block).every(({ text }) => isBlank(text)) : isBlankBlock(block);
    const shown = !empty && (!scope || scope.has(block.id));
    if (shown && isTextBlock(block)) continue;
    if (shown) remarks.push(note('docx-block-kept', {}, { block: block.id, part: 'block' }));
    const before = piece.body.slice(0, at).findLast(({ id }) => there.has(id));
    out.splice(before ? out.findIndex(({ id }) => id === before.id) + 1 : 0, 0, block);
    there.add(block.id);
  }
  const closing = out.filter(({ kind }) => kind === 'closing');
  const [last] = closing.slice(-1);
  if (!last) return out;
  const others = out
    .filter((block) => block !== last)
    .map((block): Block => (block.kind === 'closing' ? { ...block, kind: 'paragraph' } : block));
  return [...others, last];
}
