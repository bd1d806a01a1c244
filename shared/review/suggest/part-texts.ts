import { PICTURE_PARTS } from '../../interview/shown-pictures';
import type { PictureText } from '../../interview/shown-pictures';
import { plainText, toText } from '../../interview/text';
import type { Block, GalleryPicture, Text } from '../../interview/types';

/** Parts that hold several texts, each under its number. */
const LISTS: ReadonlySet<string> = new Set(['paragraphs', 'items', ...Object.values(PICTURE_PARTS)]);

export function isListPart(part: string): boolean {
  return LISTS.has(part);
}

/** Which text of each picture of a gallery the part holds; null for parts of another kind. */
export function pictureText(part: string): PictureText | null {
  return (Object.keys(PICTURE_PARTS) as PictureText[]).find((text) => PICTURE_PARTS[text] === part) ?? null;
}

/** The texts of one part of a block: of most one, of a list of paragraphs or pictures all of them. Null where it has none. */
export function textsOfPart(block: Block, part: string): readonly Text[] | null {
  const inGallery = pictureText(part);
  if (inGallery) return block.kind === 'gallery' ? block.pictures.map((picture) => textOf(picture, inGallery)) : null;
  const value = (block as unknown as { readonly [part: string]: Text | readonly Text[] | string | undefined })[part];
  if (value === undefined) return null;
  if (typeof value === 'string') return [toText(value)];
  return isListPart(part) ? (value as readonly Text[]) : [value as Text];
}

/** The block with other texts in one of its parts. A gallery keeps its pictures; a box or list is never without a line. */
export function withTextsOfPart(block: Block, part: string, texts: readonly Text[]): Block {
  const inGallery = pictureText(part);
  if (inGallery) {
    if (block.kind !== 'gallery') return block;
    const pictures = block.pictures.map((picture, at) => withText(picture, inGallery, texts[at] ?? []));
    return { ...block, pictures };
  }
  const [first = []] = texts;
  const value = isListPart(part) ? (texts.length > 0 ? texts : [[]]) : part === 'alt' ? plainText(first) : first;
  return { ...block, [part]: value };
}

function textOf(picture: GalleryPicture, text: PictureText): Text {
  return text === 'alt' ? toText(picture.alt) : picture[text];
}

function withText(picture: GalleryPicture, text: PictureText, words: Text): GalleryPicture {
  return { ...picture, [text]: text === 'alt' ? plainText(words) : words };
}
