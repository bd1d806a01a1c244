import { equalData } from '../../interview/equal';
import type { Place } from '../../interview/place';
import { plainText, toText } from '../../interview/text';
import type { BlockId, Gallery, GalleryPicture } from '../../interview/types';
import type { Conflict } from './conflict';
import { mergeOrder } from './merge-order';
import { mergeTexts, type Merged } from './merge-texts';
import { mergeValues } from './merge-values';

type Pictures = Gallery['pictures'];

/**
 * The pictures of a gallery: each by its photo (the same photo twice by its turn), its texts word by word, the order as that
 * of blocks. One that only one side took away is gone, unless the other side wrote on it.
 */
export function mergePictures(base: Pictures, a: Pictures, b: Pictures, block: BlockId): Merged<Pictures> {
  const [inBase, inA, inB] = [named(base), named(a), named(b)];
  const conflicts: Conflict[] = [];
  const kept = new Map<string, GalleryPicture>();
  for (const name of new Set([...inA.keys(), ...inB.keys()])) {
    const [was, left, right] = [inBase.get(name), inA.get(name), inB.get(name)];
    const index = [...(left ? inA : inB).keys()].indexOf(name);
    if (left && right) {
      const merged = mergePicture(was, left, right, (part) => ({ block, part, index }));
      conflicts.push(...merged.conflicts);
      kept.set(name, merged.value);
      continue;
    }
    const stays = left ?? right;
    if (!stays || (was && equalData(stays, was))) continue;
    if (was) conflicts.push({ kind: 'deleted', place: { block, part: 'captions', index }, by: left ? 'b' : 'a' });
    kept.set(name, stays);
  }
  const keys = (pictures: ReadonlyMap<string, unknown>) => [...pictures.keys()];
  const { order, movedByBoth } = mergeOrder(keys(inBase), keys(inA), keys(inB), new Set(kept.keys()));
  for (const name of movedByBoth)
    conflicts.push({ kind: 'order', place: { block, part: 'captions', index: keys(inA).indexOf(name) } });
  const value = order.flatMap((name) => kept.get(name) ?? []);
  // Both took away what the other left: a gallery without a picture is none, so those of A stay.
  return { value: value.length > 0 ? value : a, conflicts };
}

function named(pictures: Pictures): ReadonlyMap<string, GalleryPicture> {
  const names = new Map<string, GalleryPicture>();
  for (const picture of pictures) {
    let turn = 1;
    while (names.has(`${picture.photoId ?? ''} ${turn}`)) turn++;
    names.set(`${picture.photoId ?? ''} ${turn}`, picture);
  }
  return names;
}

const TEXTS = [
  ['caption', 'captions'],
  ['credit', 'credits'],
] as const;

function mergePicture(
  was: GalleryPicture | undefined,
  a: GalleryPicture,
  b: GalleryPicture,
  at: (part: string) => Place,
): Merged<GalleryPicture> {
  const conflicts: Conflict[] = [];
  const words: { caption?: GalleryPicture['caption']; credit?: GalleryPicture['credit'] } = {};
  for (const [text, part] of TEXTS) {
    const merged = mergeTexts(was?.[text] ?? [], a[text], b[text], at(part));
    conflicts.push(...merged.conflicts);
    words[text] = merged.value;
  }
  const alt = mergeTexts(toText(was?.alt ?? ''), toText(a.alt), toText(b.alt), at('alts'));
  const rest = mergeValues(withoutWords(was), withoutWords(a), withoutWords(b), at);
  return {
    value: { ...rest.value, ...words, alt: plainText(alt.value) } as unknown as GalleryPicture,
    conflicts: [...conflicts, ...alt.conflicts, ...rest.conflicts],
  };
}

function withoutWords(picture: GalleryPicture | undefined): { readonly [key: string]: unknown } {
  const { caption: _caption, credit: _credit, alt: _alt, ...rest } = picture ?? {};
  return rest;
}
