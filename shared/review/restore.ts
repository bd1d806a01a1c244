import { changeBetween } from '../interview/change';
import type { Change } from '../interview/change';
import { equalData } from '../interview/equal';
import { shownInBlock } from '../interview/shown-pictures';
import type { Block, Interview, InterviewFields } from '../interview/types';
import type { Row } from './compare/comparison';
import { mergeInterviews } from './merge/merge-interviews';

/**
 * The change that makes `now` into `then`, with no more in it than differs: one step of undo in the editor. What colleagues say
 * of the piece is no part of an old text: it stays as it is now.
 */
export function restoreAll(now: Interview, then: Interview): Change {
  const { threads: _threads, ...change } = changeBetween(now, then);
  return change;
}

/**
 * The change that brings one block back as it was; null when the version does not have it. A block that is gone since comes
 * back after the block it stood behind, as far as that is still there. The rest of the piece stays as it is now.
 */
export function restoreBlock(now: Interview, then: Interview, id: string): Change | null {
  const at = then.body.findIndex((block) => block.id === id);
  const block = then.body[at];
  if (!block) return null;
  const order = now.body.map((each) => each.id);
  const photos = photosWith(now, then, block);
  const change: Change = {
    blocks: { [id]: block },
    ...(photos ? { fields: { photos } } : {}),
  };
  if (order.includes(id)) return change;
  const before = then.body.slice(0, at).findLast((each) => order.includes(each.id));
  const place = before ? order.indexOf(before.id) + 1 : 0;
  return { ...change, order: [...order.slice(0, place), id, ...order.slice(place)] };
}

/**
 * The change that puts the old blocks of a compared row in the place of those that they became: one block that was edited, one
 * that was split, several that were merged. Null for a row that has no old ones.
 */
export function restoreRow(now: Interview, then: Interview, row: Pick<Row, 'before' | 'after'>): Change | null {
  const old = row.before.flatMap((place) => then.body[place] ?? []);
  const [first, ...others] = row.after.flatMap((place) => now.body[place]?.id ?? []);
  const [block] = old;
  if (!block) return null;
  if (first === undefined) return restoreBlock(now, then, block.id);
  const order = now.body.flatMap(({ id }) =>
    id === first ? old.map((each) => each.id) : others.includes(id) ? [] : id,
  );
  const photos = old.map((each) => photosWith(now, then, each)).find((each) => each !== null);
  return {
    blocks: Object.fromEntries(old.map((each) => [each.id, each])),
    ...(photos ? { fields: { photos } } : {}),
    ...(equalData(
      order,
      now.body.map(({ id }) => id),
    )
      ? {}
      : { order }),
  };
}

/** The same change without taking a picture off the list: undo may bring the text back that shows it. */
export function withPhotosKept(now: Interview, change: Change): Change {
  const photos = change.fields?.photos;
  if (!photos) return change;
  const lost = now.photos.filter(({ id }) => !photos.some((photo) => photo.id === id));
  return lost.length === 0 ? change : { ...change, fields: { ...change.fields, photos: [...photos, ...lost] } };
}

/**
 * The piece as if a version had never been restored: as it stood `before` where nothing was written since. What was written
 * `after` it stays, merged as two people's work is; where both touched the same words, both wordings stand.
 */
export function takenBackRestore(before: Interview, after: Interview, now: Interview): Interview {
  return equalData(after, now) ? before : mergeInterviews(after, now, before).interview;
}

/** The photos of a block that comes back may have left the list since. */
function photosWith(now: Interview, then: Interview, block: Block): InterviewFields['photos'] | null {
  const wanted = new Set(shownInBlock(block).map(({ photoId }) => photoId));
  for (const { id } of now.photos) wanted.delete(id);
  const lost = then.photos.filter(({ id }) => wanted.has(id));
  return lost.length > 0 ? [...now.photos, ...lost] : null;
}
