import type { ElementNode, TextNode } from 'lexical';
import type { Drawing } from '../../../shared/review/suggest/layout';
import { $threadsOf } from '../nodes/state';
import { $textNodesOf } from '../text-ranges';

/** Deleted words as they are drawn, and who deleted them. */
export interface DrawnGap {
  readonly words: string;
  readonly by: string;
}

/** What is drawn at one text node of a leaf that is cut for its drawing. */
export interface DrawnNode {
  readonly node: TextNode;
  readonly look: { readonly kind: 'ins' | 'look'; readonly by: string } | null;
  readonly before: DrawnGap | null;
  readonly behind: DrawnGap | null;
}

type Writable = { -readonly [Key in keyof DrawnNode]: DrawnNode[Key] };

/** What is drawn at each text node of a leaf; nothing for an empty leaf, which draws its gap itself. */
export function $drawnNodes(leaf: ElementNode, drawing: Drawing): readonly DrawnNode[] {
  const looks = [
    ...drawing.inserted.map((stretch) => ({ ...stretch, kind: 'ins' as const })),
    ...drawing.restyled.map((stretch) => ({ ...stretch, kind: 'look' as const })),
  ];
  const gaps = new Map(drawing.gaps.map((gap) => [gap.at, gap]));
  const drawn: Writable[] = [];
  let offset = 0;
  for (const node of $textNodesOf(leaf)) {
    const size = node.getTextContentSize();
    const look = size > 0 ? looks.find(({ from, to }) => from <= offset && offset + size <= to) : undefined;
    const one: Writable = { node, look: look ?? null, before: null, behind: null };
    const gap = offset < drawing.length ? gaps.get(offset) : undefined;
    gaps.delete(offset);
    const last = drawn.at(-1);
    if (gap && !isPlain(leaf, one) && last && isPlain(leaf, last)) last.behind = gap;
    else if (gap) one.before = gap;
    drawn.push(one);
    offset += size;
  }
  const last = drawn.at(-1);
  if (last) last.behind = gaps.get(drawing.length) ?? null;
  return drawn;
}

/** Whether words drawn at the node would not take on its underline, strike or paint. */
function isPlain(leaf: ElementNode, { node, look }: DrawnNode): boolean {
  return look === null && $threadsOf(node).length === 0 && leaf.is(node.getParent());
}
