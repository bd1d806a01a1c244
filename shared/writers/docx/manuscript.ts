import type { Remark } from '../../checks/remark';
import { loss, note, warning } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import type { Item, Weave } from '../../interview/suggestions';
import { isBlank, toText } from '../../interview/text';
import type { Interview, Photo, PhotoBlock, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import { assertNever } from '../../result';
import type { ParagraphStyle } from '../hand-off/styles';
import { cleaned } from '../hand-off/typeable';
import { speakerLabels } from '../speaker-labels';
import { anchoredThreads } from './anchored-threads';
import type { Manuscript, ManuscriptParagraph, ManuscriptPart } from './content';
import { withMoves } from './shown-moves';
import { paragraphsOfWeave, spansOfText } from './spans';

/** The manuscript of a piece with its open proposals and threads; of one that has none (publishedOf) a clean one. */
export function manuscriptOf(interview: Interview, hasPhoto: (photo: Photo) => boolean = () => true): Manuscript {
  const labels = speakerLabels(interview);
  const remarks: Remark[] = [];
  const about = anchoredThreads(interview);
  const parts: ManuscriptPart[] = [];
  let lists = 0;

  const plain = (style: ParagraphStyle, place: Place | null, text: Text, more: Partial<ManuscriptParagraph> = {}) => {
    if (!isBlank(text)) parts.push({ kind: 'paragraph', style, place, spans: spansOfText(text), ...more });
  };
  /** One text of the piece, or all paragraphs of a part, with the weave that hangs on it. */
  const woven = (
    styleOf: (kind: string) => ParagraphStyle,
    weave: Weave,
    texts: readonly Text[],
    placeOf: (id: string) => Place | null,
    more: Partial<ManuscriptParagraph> = {},
  ) => {
    const taken = new Set(weave.flatMap((item) => ('end' in item && item.del ? [item.end.base] : [])));
    for (const { spans, end } of paragraphsOfWeave(weave, texts)) {
      const { id = '', base = '', kind = '', was } = end?.end ?? {};
      // What is deleted goes by the id it had. After a merge the paragraph that lives has the id of the deleted one too.
      const named = end?.del || (end && taken.has(id)) ? base : id;
      parts.push({
        kind: 'paragraph',
        style: styleOf(kind),
        place: named === '' ? null : placeOf(named),
        spans,
        ...(end?.ins ? { ins: end.ins } : {}),
        ...(end?.del ? { del: end.del } : {}),
        ...(was ? { was: { id: was.id, by: was.by, at: was.at, style: styleOf(was.kind) } } : {}),
        ...more,
      });
    }
  };
  const field = (style: ParagraphStyle, part: 'kicker' | 'headline' | 'standfirst') => {
    const weave = interview.suggestions?.[part];
    const threads = about.fields.get(part);
    const more = threads ? { threads } : {};
    if (weave)
      woven(
        () => style,
        weave,
        [interview[part] ?? []],
        () => ({ part }),
        more,
      );
    else plain(style, { part }, interview[part] ?? [], more);
  };

  field('kicker', 'kicker');
  field('headline', 'headline');
  field('sapo', 'standfirst');

  let opens = true;
  for (const block of interview.body) {
    if (block.kind === 'unknown') {
      remarks.push(
        loss('export-unknown-block', { kind: String(block.raw['kind']) }, { block: block.id, part: 'block' }),
      );
      continue;
    }
    const from = parts.length;
    const at = (part: string, index?: number): Place => ({
      block: block.id,
      part,
      ...(index === undefined ? {} : { index }),
    });
    const slot = (style: ParagraphStyle, part: string, text: Text) => {
      const weave = block.suggestions?.[part];
      if (weave)
        woven(
          () => style,
          weave,
          [text],
          () => at(part),
        );
      else plain(style, at(part), text);
    };
    const slots = (
      style: ParagraphStyle,
      part: string,
      texts: readonly Text[],
      more: Partial<ManuscriptParagraph> = {},
    ) => {
      const weave = block.suggestions?.[part];
      if (weave)
        woven(
          () => style,
          weave,
          texts,
          (id) => (/^\d+$/.test(id) ? at(part, Number(id)) : null),
          more,
        );
      else texts.forEach((text, index) => plain(style, at(part, index), text, more));
    };
    // What was deleted before a photo, a quote, a box or a list waits in its text.
    const before = 'text' in block ? undefined : block.suggestions?.['text'];
    if (before) {
      const deleted = before.slice(
        0,
        before.findLastIndex((item) => 'end' in item && !item.del),
      );
      const [shown, hidden] = [deleted.filter((item) => !isBare(item)), deleted.filter(isBare)];
      woven(
        (kind) => styleOfKind(kind, opens),
        shown,
        [],
        (id) => ({ block: id, part: 'text' }),
      );
      if (hidden.length > 0) remarks.push(note('docx-deleted-block', {}, at('block')));
    }
    switch (block.kind) {
      case 'paragraph':
      case 'subhead':
      case 'question':
      case 'answer':
      case 'closing': {
        const weave = block.suggestions?.['text'];
        const style = (kind: string) => styleOfKind(kind === '' ? block.kind : kind, opens);
        if (weave) woven(style, weave, [block.text], (id) => ({ block: id, part: 'text' }));
        else plain(style(block.kind), at('text'), block.text);
        const label = labels.get(block.id);
        const last = parts.at(-1);
        if (label !== undefined && last?.kind === 'paragraph' && parts.length > from) {
          const speech = firstLiving(parts, from);
          const labelled = parts[speech];
          if (labelled?.kind === 'paragraph') parts[speech] = { ...labelled, label: `${cleaned(label).text} ` };
        }
        if (!isBlank(block.text)) opens = block.kind === 'question';
        break;
      }
      case 'photo': {
        const named = interview.photos.find(({ id }) => id === block.photoId);
        const photo = named && hasPhoto(named) ? named : null;
        if (photo) parts.push({ kind: 'picture', block, photo });
        else remarks.push(warning('export-photo-missing', {}, at('block')));
        slot('caption', 'caption', block.caption);
        slot('credit', 'credit', block.credit);
        opens = false;
        break;
      }
      case 'gallery': {
        for (const picture of block.pictures) {
          const named = interview.photos.find(({ id }) => id === picture.photoId);
          const photo = named && hasPhoto(named) ? named : null;
          const shown: PhotoBlock = { kind: 'photo', id: block.id, span: block.span, ...picture };
          if (photo) parts.push({ kind: 'picture', block: shown, photo });
          else remarks.push(warning('export-photo-missing', {}, at('block')));
        }
        slots(
          'caption',
          'captions',
          block.pictures.map(({ caption }) => caption),
        );
        slots(
          'credit',
          'credits',
          block.pictures.map(({ credit }) => credit),
        );
        slot('caption', 'caption', block.caption);
        slot('credit', 'credit', block.credit);
        opens = false;
        break;
      }
      case 'pullQuote':
        slot('pullQuote', 'quote', block.quote);
        slot('attribution', 'attribution', block.attribution);
        opens = false;
        break;
      case 'box':
        slot('boxHeading', 'heading', block.heading);
        slots('box', 'paragraphs', block.paragraphs);
        opens = false;
        break;
      case 'list':
        lists++;
        slots('listItem', 'items', block.items, { list: { ordered: block.ordered, group: lists } });
        opens = false;
        break;
      default:
        assertNever(block);
    }
    const threads = about.blocks.get(block.id);
    const first = parts[from];
    if (threads && first) parts[from] = { ...first, threads };
  }

  const tail = interview.suggestions?.tail;
  if (tail)
    woven(
      (kind) => styleOfKind(kind, false),
      tail,
      [],
      (id) => ({ block: id, part: 'text' }),
    );
  const signed = about.fields.get('byline');
  plain('byline', { part: 'byline' }, toText(formatByline(interview.byline)), signed ? { threads: signed } : {});
  for (const { heading, text = '', label = '' } of interview.teasers) {
    plain('relatedHeading', null, toText(label === '' ? heading : `(${label}) ${heading}`));
    plain('related', null, toText(text));
  }
  const moved = withMoves(parts, interview);
  return { parts: withPieceThreads(moved.parts, about.piece), remarks: [...remarks, ...moved.remarks] };
}

/** The end of a block without words. */
function isBare(item: Item): boolean {
  return 'end' in item && ['photo', 'gallery', 'pullQuote', 'box', 'list', 'unknown'].includes(item.end.kind);
}

function styleOfKind(kind: string, opens: boolean): ParagraphStyle {
  switch (kind) {
    case 'question':
    case 'subhead':
    case 'closing':
      return kind;
    case 'answer':
      return opens ? 'answerFirst' : 'answer';
    default:
      return 'paragraph';
  }
}

/** The paragraph that shows a block's label: its first that is not deleted. */
function firstLiving(parts: readonly ManuscriptPart[], from: number): number {
  const found = parts.findIndex((part, at) => at >= from && part.kind === 'paragraph' && !part.del);
  return found < 0 ? from : found;
}

function withPieceThreads(parts: readonly ManuscriptPart[], piece: readonly string[]): readonly ManuscriptPart[] {
  const [first, ...rest] = parts;
  if (!first || piece.length === 0) return parts;
  return [{ ...first, threads: [...(first.threads ?? []), ...piece] }, ...rest];
}
