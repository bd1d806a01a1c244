import type { Place } from './place';
import { isBlank } from './text';
import type { Block, BlockId, Gallery, Interview, Text } from './types';

/** A picture that the body shows, with its three texts: a photo block, or one picture of a gallery. */
export interface ShownPicture {
  readonly block: BlockId;
  /** Which picture of its gallery, from 0; absent for a photo block. */
  readonly index?: number;
  /** Absent while the picture itself is missing. */
  readonly photoId?: string;
  /** Columns of the printed page: of the photo, or of the whole gallery. */
  readonly span: number;
  readonly caption: Text;
  readonly credit: Text;
  readonly alt: string;
  /** The gallery that it is part of, with what is said of all its pictures. */
  readonly gallery?: Gallery;
}

export type PictureText = 'caption' | 'credit' | 'alt';

/** The parts under which the texts of a gallery's pictures go by their number; those of a photo go by their own names. */
export const PICTURE_PARTS = { caption: 'captions', credit: 'credits', alt: 'alts' } as const;

/** The pictures of one block in reading order; none for blocks of other kinds. */
export function shownInBlock(block: Block): readonly ShownPicture[] {
  if (block.kind === 'photo') {
    const { id, photoId, span, caption, credit, alt } = block;
    return [{ block: id, ...(photoId === undefined ? {} : { photoId }), span, caption, credit, alt }];
  }
  if (block.kind !== 'gallery') return [];
  return block.pictures.map(({ photoId, caption, credit, alt }, index) => ({
    block: block.id,
    index,
    ...(photoId === undefined ? {} : { photoId }),
    span: block.span,
    caption,
    credit,
    alt,
    gallery: block,
  }));
}

/** Every picture of the piece in reading order, one that stands twice twice. */
export function shownPictures({ body }: Pick<Interview, 'body'>): readonly ShownPicture[] {
  return body.flatMap(shownInBlock);
}

/** Where one of a picture's texts stands in the piece. */
export function placeOfPicture({ block, index }: Pick<ShownPicture, 'block' | 'index'>, text: PictureText): Place {
  return index === undefined ? { block, part: text } : { block, part: PICTURE_PARTS[text], index };
}

/** Where the picture itself stands, for a remark about it and not about its words. */
export function placeOfShown({ block, index }: Pick<ShownPicture, 'block' | 'index'>): Place {
  return index === undefined ? { block, part: 'block' } : { block, part: PICTURE_PARTS.caption, index };
}

/** Tells the pictures of a piece apart: unlike photo ids it differs where a photo stands twice. */
export function keyOfPicture({ block, index }: Pick<ShownPicture, 'block' | 'index'>): string {
  return index === undefined ? block : `${block}/${index}`;
}

/** What a reader learns of a picture: its own caption, or the one of its gallery. */
export function captionOf({ caption, gallery }: Pick<ShownPicture, 'caption' | 'gallery'>): Text {
  return gallery && isBlank(caption) ? gallery.caption : caption;
}

/** Who made a picture: its own credit, or the one of its gallery. */
export function creditOf({ credit, gallery }: Pick<ShownPicture, 'credit' | 'gallery'>): Text {
  return gallery && isBlank(credit) ? gallery.credit : credit;
}
