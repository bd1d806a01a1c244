import { note } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import { emptyInterview } from '../../interview/build';
import { parseByline } from '../../interview/byline';
import { normalise } from '../../interview/normalise';
import { isBlank, plainText } from '../../interview/text';
import type { Block, Interview, Teaser, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { Result } from '../../result';
import { ok } from '../../result';
import { kindOfStyle } from '../../review/returned/interview-at';
import type { Projected } from '../../review/returned/project';
import { assignSpeakers } from '../plain/assign-speakers';
import type { SpokenLabel } from '../plain/read-speeches';
import { peopleOf } from '../read-plain-text';
import type { ReadFailure } from '../reader';
import type { DocxDocument, DocxPicture } from './document';
import { languageOf, type Structured } from './structured';

/** The piece of a document with our styles: what each paragraph is, its style says. */
export function readStyled(
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
