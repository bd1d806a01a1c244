import type { Change } from '../interview/change';
import { equalData } from '../interview/equal';
import { pairsOf } from '../interview/pairs';
import type { Interview } from '../interview/types';

/**
 * The change that takes a block back behind the one it stood behind in `then`; a question goes with its answers, and behind the
 * whole pair that it followed. Null when it stands there already, and for a block that one of the two does not have.
 */
export function restoreMove(now: Interview, then: Interview, id: string): Change | null {
  const pairs = pairsOf(now.body).map(({ question, answers }) => [question, ...answers].map((block) => block.id));
  const own = pairs.find(([question]) => question === id) ?? [id];
  const order = now.body.map((block) => block.id);
  const at = then.body.findIndex((block) => block.id === id);
  if (at < 0 || !order.includes(id)) return null;
  const others = order.filter((each) => !own.includes(each));
  const before = then.body.slice(0, at).findLast((block) => others.includes(block.id))?.id;
  const followed = own.length > 1 ? pairs.find((pair) => before !== undefined && pair.includes(before)) : undefined;
  const last = followed?.at(-1) ?? before;
  const place = last === undefined ? 0 : others.indexOf(last) + 1;
  const back = [...others.slice(0, place), ...own, ...others.slice(place)];
  return equalData(back, order) ? null : { order: back };
}
