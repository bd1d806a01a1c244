import type { Remark } from '../../checks/remark';
import { loss } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import { isBlank, plainText, toText } from '../../interview/text';
import type { Block, Box, Interview, List, Question, Subhead, Text } from '../../interview/types';
import { assertNever } from '../../result';
import { speakerLabels } from '../speaker-labels';
import { atoms } from './atoms';
import { literal } from './literal';
import { pictureEntry } from './pictures';
import type { PlacedPicture } from './pictures';

/** The body and the byline as entries of the page's script, in reading order; empty blocks are not printed. */
export function storyEntries(
  interview: Interview,
  pictures: readonly PlacedPicture[],
): { readonly entries: readonly string[]; readonly remarks: readonly Remark[] } {
  const labels = speakerLabels(interview);
  const last = interview.body.findLast((block) => endsStory(block));
  const entries: string[] = [];
  const remarks: Remark[] = [];
  let opens = true;

  const flow = (kind: string, text: Text, more: readonly string[] = [], endMark = false): void => {
    entries.push(`(${[`k: "${kind}"`, ...more, `t: ${atoms(text, { endMark })}`].join(', ')})`);
  };
  const labelled = (block: Block, text: Text): Text => {
    const label = labels.get(block.id);
    return label ? [{ text: `${label} `, marks: ['bold'] }, ...text] : text;
  };

  for (const block of interview.body) {
    const isLast = block === last;
    switch (block.kind) {
      case 'paragraph':
      case 'answer':
        if (isBlank(block.text)) continue;
        flow(block.kind, labelled(block, block.text), opens ? ['indent: 0pt'] : [], isLast);
        break;
      case 'question':
      case 'subhead':
        if (isBlank(block.text)) continue;
        flow(shownKind(block), labelled(block, block.text));
        break;
      case 'closing':
        if (isBlank(block.text)) continue;
        flow('closing', block.text, [], isLast);
        break;
      case 'list':
        listItems(block).forEach(({ marker, text }, at, items) =>
          flow(
            'item',
            text,
            [`marker: ${literal(marker)}`, ...(items.length > 9 ? ['inset: 5.2mm'] : [])],
            isLast && at === items.length - 1,
          ),
        );
        break;
      case 'box':
        boxEntries(block).forEach(({ kind, text, more }) => flow(kind, text, more));
        break;
      case 'pullQuote':
        if (isBlank(block.quote)) continue;
        entries.push(...quoteEntries(block.quote, block.attribution));
        break;
      case 'photo': {
        const picture = pictures.find((placed) => placed.block === block);
        if (picture?.stands === 'column') entries.push(pictureEntry(picture));
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
  const byline = formatByline(interview.byline);
  if (byline) flow('byline', toText(byline));
  return { entries, remarks };
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

function listItems({ items, ordered }: List): readonly { readonly marker: string; readonly text: Text }[] {
  return items.filter((item) => !isBlank(item)).map((text, at) => ({ marker: ordered ? `${at + 1}.` : '–', text }));
}

/** Up to this many characters a box stays in one column. */
const WHOLE_BOX = 700;

interface FlowEntry {
  readonly kind: string;
  readonly text: Text;
  readonly more: readonly string[];
}

function boxEntries({ heading, paragraphs }: Box): readonly FlowEntry[] {
  const parts = [
    { kind: 'box-heading', text: heading },
    ...paragraphs.map((text) => ({ kind: 'box-text', text })),
  ].filter(({ text }) => !isBlank(text));
  const whole = parts.reduce((sum, { text }) => sum + plainText(text).length, 0) <= WHOLE_BOX;
  return parts.map(({ kind, text }, at) => {
    const last = at === parts.length - 1;
    const together = whole ? ['whole: true', `keep: ${!last}`] : last ? ['keep: false'] : [];
    return { kind, text, more: [...(at === 0 ? ['above: 1'] : []), ...(last ? ['below: 1'] : []), ...together] };
  });
}

/** Longer than this a subhead is no display line any more. */
const LONGEST_SUBHEAD = 200;

function shownKind({ kind, text }: Question | Subhead): string {
  return kind === 'subhead' && plainText(text).length > LONGEST_SUBHEAD ? 'long-subhead' : kind;
}

/** Longer than this a quote is no display line any more: it is set as text, which may part between columns. */
const LONGEST_DISPLAYED_QUOTE = 400;

function quoteEntries(quote: Text, attribution: Text): readonly string[] {
  if (plainText(quote).length <= LONGEST_DISPLAYED_QUOTE) {
    return [`(k: "pullQuote", quote: ${atoms(quote)}, attribution: ${atoms(attribution)})`];
  }
  return [
    `(k: "quote", t: ${atoms(quote)})`,
    ...(isBlank(attribution) ? [] : [`(k: "quote", above: 0, t: ${atoms(attribution)})`]),
  ];
}
