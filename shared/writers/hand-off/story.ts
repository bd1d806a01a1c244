import type { Remark } from '../../checks/remark';
import { loss, note, warning } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import { isBlank, plainText, toText } from '../../interview/text';
import { placeOfShown, shownInBlock } from '../../interview/shown-pictures';
import type { ShownPicture } from '../../interview/shown-pictures';
import type { Block, Interview, Mark, Photo, Text } from '../../interview/types';
import { assertNever } from '../../result';
import { speakerLabels } from '../speaker-labels';
import type { CharacterStyle, ParagraphStyle } from './styles';
import { cleaned } from './typeable';

export interface HandOffRun {
  readonly text: string;
  readonly style?: CharacterStyle;
  readonly position?: 'superscript' | 'subscript';
  /** Small capitals over what its style says, on a page that sets labels so. */
  readonly smallCapitals?: true;
}

/** A paragraph with something in it, under the name of what it is. */
export interface HandOffParagraph {
  readonly style: ParagraphStyle;
  /** The block that it comes from; parts of the head come from none. */
  readonly block?: string;
  readonly runs: readonly HandOffRun[];
}

export interface HandOffPicture {
  readonly block: string;
  /** Which picture of its gallery, from 0. */
  readonly index?: number;
  readonly alt: string;
  /** Null while the picture is missing: its frame is handed over empty. */
  readonly photo: Photo | null;
  readonly caption: HandOffParagraph | null;
  readonly credit: HandOffParagraph | null;
}

/** Pictures that are shown as one, and what is said of them together. */
export interface HandOffGallery {
  readonly block: string;
  readonly pictures: readonly HandOffPicture[];
  readonly caption: HandOffParagraph | null;
  readonly credit: HandOffParagraph | null;
}

export type HandOffPart =
  | { readonly kind: 'paragraph'; readonly paragraph: HandOffParagraph }
  | { readonly kind: 'picture'; readonly picture: HandOffPicture }
  | { readonly kind: 'gallery'; readonly gallery: HandOffGallery };

/** A piece as a layout desk takes it over: styled paragraphs and pictures in reading order, nothing blank among them. */
export interface HandOff {
  readonly language: string;
  readonly kicker: HandOffParagraph | null;
  readonly headline: HandOffParagraph | null;
  readonly sapo: HandOffParagraph | null;
  readonly body: readonly HandOffPart[];
  readonly related: readonly HandOffParagraph[];
  readonly remarks: readonly Remark[];
}

/** The piece under the style names of a newspaper page. `hasPhoto` says whether a picture's file is there. */
export function handOffOf(interview: Interview, hasPhoto: (photo: Photo) => boolean = () => true): HandOff {
  const labels = speakerLabels(interview);
  const remarks: Remark[] = [];
  let dropped = 0;
  const body: HandOffPart[] = [];

  const made = (style: ParagraphStyle, text: Text, before?: HandOffRun): HandOffParagraph | null => {
    const clean = cleanRuns(text);
    dropped += clean.dropped;
    const runs = before ? [before, ...clean.runs] : clean.runs;
    return clean.runs.some((run) => run.text.trim() !== '') ? { style, runs } : null;
  };
  let from: string | undefined;
  const put = (style: ParagraphStyle, text: Text, before?: HandOffRun): void => {
    const paragraph = made(style, text, before);
    if (paragraph) body.push({ kind: 'paragraph', paragraph: { ...paragraph, ...(from ? { block: from } : {}) } });
  };
  const labelOf = (block: Block): HandOffRun | undefined => {
    const label = labels.get(block.id);
    return label === undefined ? undefined : { text: `${cleaned(label).text} `, style: 'label' };
  };

  const pictureOf = (shown: ShownPicture): HandOffPicture => {
    const { block, index, photoId, caption, credit, alt } = shown;
    const named = interview.photos.find(({ id }) => id === photoId);
    const photo = named && hasPhoto(named) ? named : null;
    if (!photo) remarks.push(warning('export-photo-missing', {}, placeOfShown(shown)));
    const texts = { caption: made('caption', caption), credit: made('credit', credit) };
    return { block, ...(index === undefined ? {} : { index }), alt, photo, ...texts };
  };

  let opens = true;
  for (const block of interview.body) {
    from = block.id;
    switch (block.kind) {
      case 'answer':
        if (isBlank(block.text)) continue;
        put(opens ? 'answerFirst' : 'answer', block.text, labelOf(block));
        break;
      case 'paragraph':
      case 'question':
      case 'subhead':
      case 'closing':
        if (isBlank(block.text)) continue;
        put(block.kind, block.text, labelOf(block));
        break;
      case 'list': {
        const items = block.items.filter((item) => !isBlank(item));
        items.forEach((item, at) => put('listItem', item, { text: block.ordered ? `${at + 1}. ` : '– ' }));
        break;
      }
      case 'box':
        put('boxHeading', block.heading);
        for (const paragraph of block.paragraphs) put('box', paragraph);
        break;
      case 'pullQuote':
        put('pullQuote', block.quote);
        put('attribution', block.attribution);
        break;
      case 'photo':
        for (const shown of shownInBlock(block)) body.push({ kind: 'picture', picture: pictureOf(shown) });
        continue;
      case 'gallery': {
        const pictures = shownInBlock(block).map(pictureOf);
        const common = { caption: made('caption', block.caption), credit: made('credit', block.credit) };
        body.push({ kind: 'gallery', gallery: { block: block.id, pictures, ...common } });
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
    opens = block.kind === 'question';
  }
  from = undefined;
  put('byline', toText(formatByline(interview.byline)));

  const head = {
    kicker: made('kicker', interview.kicker ?? []),
    headline: made('headline', interview.headline),
    sapo: made('sapo', interview.standfirst ?? []),
  };
  const related = interview.teasers.flatMap(({ heading, text = '', label = '' }) => [
    made('relatedHeading', toText(heading), label === '' ? undefined : { text: `(${cleaned(label).text}) ` }),
    made('related', toText(text)),
  ]);
  if (dropped > 0) remarks.push(note('hand-off-characters', { count: dropped }));
  return { language: interview.language, ...head, body, related: related.filter((each) => each !== null), remarks };
}

/** Every paragraph in the order in which a reader meets it; captions and credits stand where their picture does. */
export function paragraphsOf({ kicker, headline, sapo, body, related }: HandOff): readonly HandOffParagraph[] {
  const inBody = body.flatMap((part) => (part.kind === 'paragraph' ? [part.paragraph] : textsUnder(part)));
  return [kicker, headline, sapo, ...inBody, ...related].filter((paragraph) => paragraph !== null);
}

export function picturesOf({ body }: HandOff): readonly HandOffPicture[] {
  return body.flatMap((part) => (part.kind === 'paragraph' ? [] : picturesIn(part)));
}

/** The same for a list in which every picture stands alone: one without its own caption or credit has those of its gallery. */
export function picturesAlone({ body }: HandOff): readonly HandOffPicture[] {
  return body.flatMap((part) => {
    if (part.kind === 'paragraph') return [];
    if (part.kind === 'picture') return [part.picture];
    const { pictures, caption, credit } = part.gallery;
    return pictures.map((picture) => ({
      ...picture,
      caption: picture.caption ?? caption,
      credit: picture.credit ?? credit,
    }));
  });
}

type PicturePart = Exclude<HandOffPart, { readonly kind: 'paragraph' }>;

export function picturesIn(part: PicturePart): readonly HandOffPicture[] {
  return part.kind === 'picture' ? [part.picture] : part.gallery.pictures;
}

/** The captions and credits of a picture, or of a gallery with the common ones last. */
export function textsUnder(part: PicturePart): readonly (HandOffParagraph | null)[] {
  const own = picturesIn(part).flatMap(({ caption, credit }) => [caption, credit]);
  return part.kind === 'picture' ? own : [...own, part.gallery.caption, part.gallery.credit];
}

/** The words of a paragraph without its styles. */
export function wordsOf(paragraph: HandOffParagraph | null): string {
  return plainText(paragraph?.runs ?? []);
}

function cleanRuns(text: Text): { readonly runs: readonly HandOffRun[]; readonly dropped: number } {
  let dropped = 0;
  const runs = text.flatMap(({ text: words, marks = [] }): readonly HandOffRun[] => {
    const clean = cleaned(words);
    dropped += clean.dropped;
    return clean.text === '' ? [] : [{ text: clean.text, ...lookOf(marks) }];
  });
  return { runs, dropped };
}

function lookOf(marks: readonly Mark[]): Omit<HandOffRun, 'text'> {
  const bold = marks.includes('bold');
  const italic = marks.includes('italic');
  const style = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : undefined;
  const position = marks.find((mark) => mark === 'superscript' || mark === 'subscript');
  return { ...(style ? { style } : {}), ...(position ? { position } : {}) };
}
