import type { Remark } from '../checks/remark';
import { loss } from '../checks/remark';
import { formatByline } from '../interview/byline';
import { isBlank, plainText, toText } from '../interview/text';
import type { Block, Box, Interview, Text } from '../interview/types';
import { assertNever } from '../result';
import type { SpeakerLabels } from '../writers/speaker-labels';
import { setPullQuote, setSubhead } from './display';
import type { FixedPiece, FlowPiece, FlowRole, FlowStyle, Piece } from './flow';
import { FLOW } from './flow';
import type { Initial } from './initial';
import { initialOf } from './initial';
import type { Metrics } from './metrics';
import { setOnce } from './metrics';
import type { PageTemplate } from './page-template';
import { numberOf, POINTS_PER_MM, spanWidth } from './page-template';
import type { PlacedPicture } from './place-pictures';
import type { Source } from './plan';
import { setPlaced } from './set-placed';
import { setLines } from './set-lines';
import type { LineSetting } from './set-lines';
import { tokensOf } from './tokens';
import { SMALL_CAPITALS, typeOf } from './type-scale';

/** Up to this many characters a box stays in one column. */
const WHOLE_BOX = 700;
/** Longer than this a subhead is no display line any more, and a quote neither: they run as text. */
const LONGEST_SUBHEAD = 200;
const LONGEST_QUOTE = 400;

export interface StoryContext {
  readonly page: PageTemplate;
  readonly metrics: Metrics;
  readonly labels: SpeakerLabels;
  readonly pictures: readonly PlacedPicture[];
  /** A pull quote that stands outside the flow, across columns. */
  readonly apart: Block | null;
}

/** The body and the byline as pieces of one column, in reading order; empty blocks are not printed. */
export function storyPieces(
  interview: Interview,
  context: StoryContext,
): { readonly pieces: readonly Piece[]; readonly remarks: readonly Remark[] } {
  const { page, metrics, labels, pictures } = context;
  const last = interview.body.findLast(endsStory);
  const remarks: Remark[] = [];
  const pieces: Piece[] = [];
  let opens = true;
  let initialDue = page.dropCap > 0;

  const flow = (role: FlowRole, block: Block, text: Text, more: FlowOptions = {}) => {
    const piece = flowPiece(role, { block: block.id, part: more.part ?? 'text' }, text, context, {
      ...more,
      label: labels.get(block.id),
      endMark: more.endMark ?? false,
    });
    if (piece) pieces.push(piece);
  };

  for (const block of interview.body) {
    const isLast = block === last;
    switch (block.kind) {
      case 'paragraph':
      case 'answer':
        if (isBlank(block.text)) continue;
        flow(block.kind, block, block.text, {
          endMark: isLast,
          ...(opens ? { style: { indent: 0 } } : {}),
          initial: initialDue && !labels.has(block.id),
        });
        initialDue = false;
        break;
      case 'question':
        if (isBlank(block.text)) continue;
        flow('question', block, block.text);
        break;
      case 'subhead':
        if (isBlank(block.text)) continue;
        if (plainText(block.text).length > LONGEST_SUBHEAD) flow('subhead', block, block.text);
        else pieces.push(setSubhead(block, page, metrics));
        break;
      case 'closing':
        if (isBlank(block.text)) continue;
        flow('closing', block, block.text, { endMark: isLast });
        break;
      case 'list': {
        const items = block.items.map((text, at) => ({ text, at })).filter(({ text }) => !isBlank(text));
        items.forEach(({ text, at }, index) =>
          flow('item', block, text, {
            part: `item-${at}`,
            marker: block.ordered ? `${index + 1}.` : '–',
            endMark: isLast && index === items.length - 1,
            ...(block.ordered ? { style: { inset: (items.length > 9 ? 6.2 : 4.4) * POINTS_PER_MM } } : {}),
          }),
        );
        break;
      }
      case 'box':
        boxPieces(block, flow);
        break;
      case 'pullQuote':
        if (isBlank(block.quote) || block === context.apart) continue;
        if (plainText(block.quote).length > LONGEST_QUOTE) {
          flow('quote', block, block.quote, { part: 'quote' });
          if (!isBlank(block.attribution))
            flow('quote', block, block.attribution, { part: 'attribution', style: { above: 0 } });
        } else {
          const { rows, items } = setPullQuote(block, page, 1, metrics);
          pieces.push({ kind: 'fixed', what: 'pullQuote', rows, above: 1, below: 1, keepNext: false, items });
        }
        break;
      case 'photo':
      case 'gallery': {
        const picture = pictures.find((placed) => placed.block === block);
        if (picture?.stands === 'column') pieces.push(picturePiece(picture, interview.language, page, metrics));
        continue;
      }
      case 'unknown':
        remarks.push(
          loss('export-unknown-block', { kind: String(block.raw['kind']) }, { block: block.id, part: 'block' }),
        );
        continue;
      default:
        return assertNever(block);
    }
    opens = block.kind === 'question' || block.kind === 'subhead';
  }
  const byline = toText(formatByline(interview.byline));
  const signed = flowPiece('byline', { block: null, part: 'byline' }, byline, context, {});
  if (signed) pieces.push(signed);
  return { pieces, remarks };
}

/** The pull quote that crosses columns, where the template has one: the first that is short enough for it. */
export function quoteApart(interview: Interview, page: PageTemplate): Extract<Block, { kind: 'pullQuote' }> | null {
  if (page.quoteSpan < 2 || page.columns < 3) return null;
  for (const block of interview.body) {
    if (block.kind === 'pullQuote' && !isBlank(block.quote))
      return plainText(block.quote).length <= LONGEST_QUOTE / 2 ? block : null;
  }
  return null;
}

export interface FlowOptions {
  readonly part?: string;
  readonly style?: Partial<FlowStyle>;
  readonly marker?: string;
  readonly whole?: boolean;
  readonly endMark?: boolean;
  readonly label?: string | undefined;
  readonly initial?: boolean;
}

/** A text in lines of one column; null when nothing of it prints. */
export function flowPiece(
  role: FlowRole,
  source: Source,
  text: Text,
  { page, metrics }: Pick<StoryContext, 'page' | 'metrics'>,
  options: FlowOptions,
): FlowPiece | null {
  return setOnce(metrics, ['flow', numberOf(page), role, source, text, options], () =>
    setFlow(role, source, text, page, metrics, options),
  );
}

function setFlow(
  role: FlowRole,
  source: Source,
  text: Text,
  page: PageTemplate,
  metrics: Metrics,
  { style: more, marker, whole = false, endMark = false, label, initial = false }: FlowOptions,
): FlowPiece | null {
  const style: FlowStyle = { ...FLOW[role], ...more };
  const type = typeOf(page, style.type);
  const small = page.labels === 'small-capitals' && SMALL_CAPITALS.has(type.face);
  const tokens = tokensOf(text, { label, endMark, labelStyle: small ? { small: true, bold: true } : { bold: true } });
  if (tokens.length === 0) return null;
  const width = spanWidth(page, 1) * POINTS_PER_MM - style.inset - style.insetRight;
  const setting: LineSetting = {
    type,
    width,
    shape: style.justified ? 'justified' : style.tint ? 'full' : 'balanced',
    indent: (line) => (line === 0 ? style.indent : 0),
    same: style.indent > 0 ? 1 : 0,
  };
  const made: Initial | null = initial ? initialOf(tokens, setting, page, metrics) : null;
  const indented = made?.lines ?? setLines(tokens, setting, metrics);
  // A line of thanks that is one line but for its indent stands without it.
  const plain =
    style.justified || indented.length !== 2 ? indented : setLines(tokens, { type, width, shape: 'full' }, metrics);
  const lines = plain.length < indented.length ? plain : indented;
  return {
    kind: 'flow',
    role,
    style,
    source,
    lines,
    whole,
    ...(marker === undefined ? {} : { marker }),
    ...(made ? { initial: { letter: made.letter, rows: made.rows, size: made.size } } : {}),
  };
}

function picturePiece(picture: PlacedPicture, language: string, page: PageTemplate, metrics: Metrics): FixedPiece {
  const { rows, items } = setPlaced(picture, page, language, metrics);
  return { kind: 'fixed', what: 'picture', rows, above: 1, below: 1, keepNext: false, items };
}

function endsStory(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'answer':
    case 'closing':
      return !isBlank(block.text);
    case 'list':
      return block.items.some((item) => !isBlank(item));
    default:
      return false;
  }
}

function boxPieces(block: Box, flow: (role: FlowRole, block: Block, text: Text, more?: FlowOptions) => void): void {
  const parts = [
    { role: 'boxHeading' as const, text: block.heading, part: 'heading' },
    ...block.paragraphs.map((text, at) => ({ role: 'box' as const, text, part: `paragraph-${at}` })),
  ].filter(({ text }) => !isBlank(text));
  const whole = parts.reduce((sum, { text }) => sum + plainText(text).length, 0) <= WHOLE_BOX;
  parts.forEach(({ role, text, part }, at) => {
    const last = at === parts.length - 1;
    flow(role, block, text, {
      part,
      whole,
      style: { ...(at === 0 ? { above: 1 } : {}), ...(last ? { below: 1, keepNext: false } : {}) },
    });
  });
}
