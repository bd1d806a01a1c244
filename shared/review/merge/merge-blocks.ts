import { equalData } from '../../interview/equal';
import { plainText, toText } from '../../interview/text';
import { MOST_PICTURES } from '../../interview/gallery';
import type { Block, Gallery, Text } from '../../interview/types';
import type { Conflict } from './conflict';
import { mergePictures } from './merge-pictures';
import { mergeTexts, type Merged } from './merge-texts';
import { mergeValues } from './merge-values';
import { threeWay } from './three-way';

/** Which fields of a block are one text, and which a list of them. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'caption', 'credit', 'quote', 'attribution', 'heading']);
const TEXT_LISTS: ReadonlySet<string> = new Set(['paragraphs', 'items']);

type Fields = { readonly [key: string]: unknown };

/**
 * Two versions of a block over the one they both come from (none for a block that is new on both sides). Null when they have
 * become kinds that share no words: then both have to stay.
 */
export function mergeBlock(base: Block | undefined, a: Block, b: Block): Merged<Block> | null {
  if (equalData(a, b) || (base && equalData(b, base))) return { value: a, conflicts: [] };
  if (base && equalData(a, base)) return { value: b, conflicts: [] };
  if (a.kind === 'unknown' || b.kind === 'unknown' || !sameShape(a, b)) return null;
  const was = base && sameShape(base, a) ? base : undefined;
  const conflicts: Conflict[] = [];
  const at = (part: string, index?: number) => ({ block: a.id, part, ...(index === undefined ? {} : { index }) });
  const [old, left, right] = [fieldsOf(was), fieldsOf(a), fieldsOf(b)];
  const words: Record<string, unknown> = {};
  for (const part of Object.keys({ ...left, ...right })) {
    if (TEXTS.has(part)) {
      const merged = mergeTexts(text(old[part]), text(left[part]), text(right[part]), at(part));
      conflicts.push(...merged.conflicts);
      words[part] = merged.value;
    } else if (TEXT_LISTS.has(part)) {
      const merged = mergeTextLists(texts(old[part]), texts(left[part]), texts(right[part]), (index) =>
        at(part, index),
      );
      conflicts.push(...merged.conflicts);
      words[part] = merged.value;
    } else if (part === 'pictures') {
      const pictures = (fields: Fields) => (fields[part] ?? []) as Gallery['pictures'];
      const merged = mergePictures(pictures(old), pictures(left), pictures(right), a.id);
      if (merged.value.length > MOST_PICTURES) return null;
      conflicts.push(...merged.conflicts);
      words[part] = merged.value;
    } else if (part === 'alt') {
      const alt = (block: Block | undefined) => toText(block?.kind === 'photo' ? block.alt : '');
      const merged = mergeTexts(alt(was), alt(a), alt(b), at(part));
      conflicts.push(...merged.conflicts);
      words[part] = plainText(merged.value);
    }
  }
  const rest = mergeValues(withoutWords(old), withoutWords(left), withoutWords(right), at);
  return { value: { ...rest.value, ...words } as unknown as Block, conflicts: [...conflicts, ...rest.conflicts] };
}

function sameShape(a: Block, b: Block): boolean {
  return a.kind === b.kind || ('text' in a && 'text' in b);
}

function fieldsOf(block: Block | undefined): Fields {
  return { ...block };
}

function withoutWords(fields: Fields): Fields {
  const isWords = (key: string) => TEXTS.has(key) || TEXT_LISTS.has(key) || key === 'alt' || key === 'pictures';
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !isWords(key)));
}

function text(value: unknown): Text {
  return (value ?? []) as Text;
}

function texts(value: unknown): readonly Text[] {
  return (value ?? []) as readonly Text[];
}

/** Paragraphs of a box or items of a list: one by one as long as their number stays, else as a list of whole ones. */
function mergeTextLists(
  base: readonly Text[],
  a: readonly Text[],
  b: readonly Text[],
  at: (index: number) => Conflict['place'],
): Merged<readonly Text[]> {
  const conflicts: Conflict[] = [];
  const value = threeWay(base, a, b, (item) => JSON.stringify(item)).flatMap((chunk, index) => {
    if (chunk.kind !== 'conflict') return chunk.kind === 'b' ? chunk.b : chunk.a;
    if (chunk.base.length === chunk.a.length && chunk.a.length === chunk.b.length) {
      return chunk.base.map((was, inside) => {
        const merged = mergeTexts(was, chunk.a[inside] ?? [], chunk.b[inside] ?? [], at(index + inside));
        conflicts.push(...merged.conflicts);
        return merged.value;
      });
    }
    const words = (list: readonly Text[]) => list.map(plainText).join(' ¶ ');
    conflicts.push({ kind: 'text', place: at(index), a: words(chunk.a), b: words(chunk.b) });
    return [...chunk.a, ...chunk.b.filter((item) => !chunk.a.some((other) => equalData(item, other)))];
  });
  return { value, conflicts };
}
