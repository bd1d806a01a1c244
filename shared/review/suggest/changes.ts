import { plainText } from '../../interview/text';
import type { Block, Interview } from '../../interview/types';
import { textsOfBlock, type Place } from '../../interview/visit';
import { hunksOf, type Hunk } from './hunks';
import { isListPart } from './part-texts';
import type { Mark, Weave } from './weave';

/** One open proposal as it is listed and decided: a change of words, or a block in another place. */
export interface OpenChange {
  /** The id of its first mark. */
  readonly id: string;
  /** The ids of all its marks: what is decided together. */
  readonly marks: readonly string[];
  readonly authors: readonly string[];
  /** When the first of it was made, in milliseconds since 1970. */
  readonly at: number;
  /** Where it stands, and for words from which character on. */
  readonly place: Place;
  readonly from: number;
  readonly length: number;
  readonly inserted: string;
  readonly deleted: string;
  /** What else it is: look of the words, kind of the block, a block moved. */
  readonly look: boolean;
  readonly kind: KindChange | null;
  readonly moved: boolean;
  /** A few words before and behind it; of a moved block its first words. */
  readonly before: string;
  readonly after: string;
}

/** From one kind of block to another. */
export interface KindChange {
  readonly from: string;
  readonly to: string;
}

const HEAD = ['kicker', 'headline', 'standfirst'] as const;
/** So many characters before and after a change are shown with it, in whole words. */
const AROUND = 26;
/** And of a moved block. */
const BEGINNING = 60;

/** Every open proposal of a piece, in reading order. */
export function changesOf(interview: Interview): readonly OpenChange[] {
  const open = interview.suggestions ?? {};
  return [
    ...HEAD.flatMap((part) => inWeave(open[part], { part })),
    ...interview.body.flatMap(inBlock),
    ...inWeave(open.tail, { part: 'tail' }),
    ...inWeave(open.byline, { part: 'byline' }),
  ].filter(isFirstOfMove());
}

/** Whether anything waits for a decision. */
export function hasOpenChanges(interview: Interview): boolean {
  const { suggestions, body } = interview;
  if (!suggestions && !body.some((block) => block.kind !== 'unknown' && (block.suggestions ?? block.moved)))
    return false;
  return changesOf(interview).length > 0;
}

function inBlock(block: Block): readonly OpenChange[] {
  if (block.kind === 'unknown') return [];
  const moved = block.moved ? [moveOf(block, block.moved)] : [];
  const parts = Object.entries(block.suggestions ?? {});
  // The stretch of the body comes first: deleted blocks stand above the block that carries them.
  const ordered = parts.toSorted(([a], [b]) => Number(b === 'text') - Number(a === 'text'));
  return [...moved, ...ordered.flatMap(([part, weave]) => inWeave(weave, { block: block.id, part }))];
}

function moveOf(block: Block, { id, by, at }: Mark): OpenChange {
  return {
    id,
    marks: [id],
    authors: [by],
    at,
    place: { block: block.id, part: 'text' },
    from: 0,
    length: 0,
    inserted: '',
    deleted: '',
    look: false,
    kind: null,
    moved: true,
    before: '',
    after: beginning(wordsOf(block), BEGINNING),
  };
}

/** Blocks that were moved together are one change. */
function isFirstOfMove(): (change: OpenChange) => boolean {
  const moves = new Set<string>();
  return ({ moved, id }) => {
    if (!moved) return true;
    const isFirst = !moves.has(id);
    moves.add(id);
    return isFirst;
  };
}

function wordsOf(block: Block): string {
  return plainText(textsOfBlock(block).find(({ text }) => text.length > 0)?.text);
}

function inWeave(weave: Weave | undefined, place: Place): readonly OpenChange[] {
  if (!weave) return [];
  const known = READ.get(weave);
  if (known && known.place.block === place.block && known.place.part === place.part) return known.changes;
  const words = weave.map((item) => ('end' in item ? (item.del ? '' : '\n') : item.del ? '' : item.text)).join('');
  const paragraphs = words.split('\n');
  const changes = hunksOf(weave).map((hunk) => ofHunk(hunk, placeOf(place, hunk), paragraphs));
  READ.set(weave, { place, changes });
  return changes;
}

/** After each key only one weave of a piece is another; the others are not read again. */
const READ = new WeakMap<Weave, { readonly place: Place; readonly changes: readonly OpenChange[] }>();

/** A paragraph of a box, item of a list or picture of a gallery is named by its number. */
function placeOf(place: Place, { paragraph }: Hunk): Place {
  if (!isListPart(place.part)) return place;
  return { ...place, index: Number(paragraph) || 0 };
}

function ofHunk(hunk: Hunk, place: Place, paragraphs: readonly string[]): OpenChange {
  const { marks, from, length, inserted, deleted, look, kind } = hunk;
  const text = paragraphs[place.index ?? 0] ?? '';
  return {
    id: marks[0]?.id ?? '',
    marks: marks.map((mark) => mark.id),
    authors: [...new Set(marks.map(({ by }) => by))],
    at: Math.min(...marks.map((mark) => mark.at)),
    place,
    from,
    length,
    inserted,
    deleted,
    look,
    kind,
    moved: false,
    before: ending(text.slice(0, from), AROUND),
    after: beginning(text.slice(from + length), AROUND),
  };
}

function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

function ending(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(-most);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

/** The change that a place in the text is in or touches; a moved block, when the place is in no other. */
export function changeAt(changes: readonly OpenChange[], place: Place, offset: number): OpenChange | null {
  const isHere = ({ place: other }: OpenChange) =>
    other.block === place.block && other.part === place.part && (other.index ?? 0) === (place.index ?? 0);
  const touches = ({ moved, from, length }: OpenChange) => !moved && offset >= from && offset <= from + length;
  const touched = changes.find((change) => isHere(change) && touches(change));
  return touched ?? changes.find(({ moved, place: other }) => moved && other.block === place.block) ?? null;
}
