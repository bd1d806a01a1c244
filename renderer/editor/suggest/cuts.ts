import { $getState, $setState, createState } from 'lexical';
import type { ElementNode } from 'lexical';
import type { Drawing } from '../../../shared/review/suggest/layout';
import { $textNodesOf } from '../text-ranges';

/**
 * The sign of the stretch that a text node belongs to: where something is drawn differently, another sign begins, and text
 * nodes of different state are not joined by Lexical. Only decoration: the model knows nothing of it, and after each opening
 * it is made anew.
 */
const cut = createState('cut', { parse: (value) => (typeof value === 'number' ? value : 0) });

/** The offsets at which a text node has to begin: where words were deleted, and the ends of what is drawn in its own look. */
function beginnings({ gaps, inserted, restyled, length }: Drawing): ReadonlySet<number> {
  const ends = [...inserted, ...restyled].flatMap(({ from, to }) => [from, to]);
  return new Set([...gaps.map(({ at }) => at), ...ends].filter((at) => at < length));
}

/** The sign of a node after one with the sign `before`: its own stays where it may, so that little is written. */
function signAfter(before: number, own: number, begins: boolean): number {
  if (!begins) return before;
  return own > 0 && own !== before ? own : before === 1 ? 2 : 1;
}

/** Parts the leaf's text nodes for its drawing, and lets those join again that nothing parts any more. */
export function $cutFor(leaf: ElementNode, drawing: Drawing): void {
  const wanted = beginnings(drawing);
  const places = [...wanted].toSorted((a, b) => a - b);
  let offset = 0;
  let sign = 0;
  for (const node of $textNodesOf(leaf)) {
    const size = node.getTextContentSize();
    const inside = places.filter((at) => at > offset && at < offset + size).map((at) => at - offset);
    let at = offset;
    for (const part of inside.length > 0 ? node.splitText(...inside) : [node]) {
      sign = signAfter(sign, $getState(part, cut), wanted.has(at));
      if ($getState(part, cut) !== sign) $setState(part, cut, sign);
      at += part.getTextContentSize();
    }
    offset += size;
  }
}

/** True when the text nodes of the leaf are parted as its drawing asks for. */
export function $isCut(leaf: ElementNode, drawing: Drawing): boolean {
  const wanted = beginnings(drawing);
  let offset = 0;
  let sign = 0;
  let met = 0;
  for (const node of $textNodesOf(leaf)) {
    const begins = wanted.has(offset);
    const own = $getState(node, cut);
    sign = signAfter(sign, own, begins);
    if (own !== sign) return false;
    if (begins) met += 1;
    offset += node.getTextContentSize();
  }
  // A text that has gone on since the drawing was made is not cut by it.
  return offset !== drawing.length || met === wanted.size;
}
