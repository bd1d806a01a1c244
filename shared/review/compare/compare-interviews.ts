import { normalise } from '../../interview/normalise';
import { pairsOf } from '../../interview/pairs';
import { placeOfPicture, shownInBlock } from '../../interview/shown-pictures';
import { toText } from '../../interview/text';
import type { Block, Interview, Text } from '../../interview/types';
import { textsOfBlock } from '../../interview/visit';
import { longestRise } from '../longest-rise';
import { compareTexts, isUnchanged, type Piece } from './compare-texts';
import type { ChangeCounts, Comparison, MovedPair, Row, TextChange } from './comparison';
import { compareBlockFacts, compareFields, wordsOf } from './facts';
import { findSplits, type Split } from './find-splits';
import { matchBlocks } from './match-blocks';
import { PARAGRAPH_END, tokensOf } from './tokens';

/** What became of the first interview in the second: head, fields, blocks, words, pictures, and pairs that moved. */
export function compareInterviews(first: Interview, second: Interview): Comparison {
  const a = normalise(first);
  const b = normalise(second);
  const matches = matchBlocks(a.body, b.body);
  const moved = movedPlaces(matches);
  const splits = findSplits(a.body, b.body, matches);
  const rows = inPlace(rowsOf(a, b, matches, moved, splits), a.body.length);
  const head = (['kicker', 'headline', 'standfirst'] as const).flatMap((part) => change(part, a[part], b[part]));
  const facts = compareFields(a, b);
  const same = head.length + facts.length === 0 && rows.every((row) => row.change === 'same' && !row.moved);
  return { same, head, facts, rows, movedPairs: movedPairs(a, b, matches, moved), counts: countsOf(head, rows) };
}

/** Places in the second body of blocks that stand elsewhere: all but one longest row that kept its order. */
function movedPlaces(matches: ReadonlyMap<number, number>): ReadonlySet<number> {
  const pairs = [...matches].toSorted(([, p], [, q]) => p - q);
  const kept = longestRise(pairs.map(([x]) => x));
  return new Set(pairs.flatMap(([, y], index) => (kept.has(index) ? [] : [y])));
}

function change(part: string, before: Text = [], after: Text = []): readonly TextChange[] {
  const pieces = compareTexts(before, after);
  return isUnchanged(pieces) ? [] : [{ part, pieces }];
}

function rowsOf(
  a: Interview,
  b: Interview,
  matches: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
  splits: readonly Split[],
): readonly Row[] {
  const from = new Map([...matches].map(([x, y]) => [y, x]));
  const splitOf = new Map(splits.map((split) => [split.kind === 'split' ? split.after[0] : split.after[0], split]));
  const joinedA = new Set(splits.flatMap(({ before }) => before));
  const joinedB = new Set(splits.flatMap(({ after }) => after));
  const rows: Row[] = [];
  for (const [y, block] of b.body.entries()) {
    const split = splitOf.get(y);
    if (split) rows.push(splitRow(a, b, split, moved));
    if (split || joinedB.has(y)) continue;
    const x = from.get(y);
    const was = x === undefined ? undefined : a.body[x];
    if (x === undefined || !was) {
      rows.push({ ...row(block, 'added'), after: [y], texts: textChanges(undefined, block) });
      continue;
    }
    const texts = textChanges(was, block);
    const facts = compareBlockFacts(was, block, a, b);
    const how = texts.length + facts.length > 0 ? 'changed' : 'same';
    rows.push({ ...row(block, how), moved: moved.has(y), before: [x], after: [y], texts, facts });
  }
  for (const [x, block] of a.body.entries()) {
    if (!matches.has(x) && !joinedA.has(x))
      rows.push({ ...row(block, 'removed'), before: [x], texts: textChanges(block, undefined) });
  }
  return rows;
}

function row({ id, kind }: Block, how: Row['change']): Row {
  return { change: how, moved: false, before: [], after: [], id, kind, texts: [], facts: [] };
}

function splitRow(a: Interview, b: Interview, { kind, before, after }: Split, moved: ReadonlySet<number>): Row {
  const [was, is] = [before.flatMap((x) => a.body[x] ?? []), after.flatMap((y) => b.body[y] ?? [])];
  const head = (kind === 'split' ? is : is)[0];
  if (!head) throw new RangeError('a split has blocks');
  const pieces = compareTexts(joined(was), joined(is));
  const place = after[0];
  return {
    ...row(head, kind),
    moved: place !== undefined && moved.has(place),
    before,
    after,
    texts: [{ part: 'text', pieces }],
  };
}

function joined(blocks: readonly Block[]): Text {
  return blocks.flatMap((block, index): Text => {
    const text = 'text' in block ? block.text : [];
    return index === 0 ? text : [{ text: PARAGRAPH_END }, ...text];
  });
}

/** Texts of the two blocks part by part; what is the same throughout is left out, except in blocks that are new or gone. */
function textChanges(before: Block | undefined, after: Block | undefined): readonly TextChange[] {
  const old = partsOf(before);
  const fresh = partsOf(after);
  const keys = [...fresh.keys(), ...[...old.keys()].filter((key) => !fresh.has(key))];
  return keys.flatMap((key): readonly TextChange[] => {
    const pieces = compareTexts(old.get(key)?.text ?? [], fresh.get(key)?.text ?? []);
    if (isUnchanged(pieces)) return [];
    const { part = key, index } = (fresh.get(key) ?? old.get(key))?.place ?? {};
    return [{ part, ...(index === undefined ? {} : { index }), pieces }];
  });
}

function partsOf(block: Block | undefined) {
  const texts = block ? [...textsOfBlock(block)] : [];
  for (const picture of block ? shownInBlock(block) : [])
    texts.push({ place: placeOfPicture(picture, 'alt'), text: toText(picture.alt) });
  return new Map(texts.map((text) => [`${text.place.part} ${text.place.index ?? ''}`, text]));
}

/** Puts each removed row behind the row of the block that stood before it. */
function inPlace(rows: readonly Row[], length: number): readonly Row[] {
  const standing = rows.filter((each) => each.after.length > 0);
  const gone = new Map(rows.filter((each) => each.after.length === 0).map((each) => [each.before[0] ?? 0, each]));
  const holder = new Map(standing.flatMap((each) => (each.moved ? [] : each.before.map((x) => [x, each] as const))));
  const behind = new Map<Row | null, Row[]>();
  let last: Row | null = null;
  for (let x = 0; x < length; x++) {
    last = holder.get(x) ?? last;
    const removed = gone.get(x);
    if (removed) behind.set(last, [...(behind.get(last) ?? []), removed]);
  }
  return [...(behind.get(null) ?? []), ...standing.flatMap((each) => [each, ...(behind.get(each) ?? [])])];
}

function movedPairs(
  a: Interview,
  b: Interview,
  matches: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
): readonly MovedPair[] {
  const numbers = (body: readonly Block[]) =>
    new Map(pairsOf(body).map(({ question }, index) => [body.indexOf(question), index + 1]));
  const [from, to] = [numbers(a.body), numbers(b.body)];
  return [...matches].flatMap(([x, y]) => {
    const [was, is, block] = [from.get(x), to.get(y), b.body[y]];
    if (was === undefined || is === undefined || !block || !moved.has(y)) return [];
    return [{ question: block.id, words: wordsOf(block), from: was, to: is }];
  });
}

function countsOf(head: readonly TextChange[], rows: readonly Row[]): ChangeCounts {
  const pieces = [...head, ...rows.flatMap(({ texts }) => texts)].flatMap((text) => text.pieces);
  const words = (kind: Piece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .flatMap(({ text }) => tokensOf(text.map((run) => run.text).join('')))
      .filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
  const count = (...kinds: readonly Row['change'][]) => rows.filter((each) => kinds.includes(each.change)).length;
  return {
    changed: count('changed', 'split', 'merged'),
    added: count('added'),
    removed: count('removed'),
    moved: rows.filter((each) => each.moved).length,
    wordsAdded: words('added'),
    wordsRemoved: words('removed'),
  };
}
