import { $getNodeByKey } from 'lexical';
import type { ElementNode, LexicalEditor, NodeKey } from 'lexical';
import type { Drawing } from '../../../shared/review/suggest/layout';
import type { Attributes } from '../drawn-attributes';
import { hostOf } from '../host';
import { rangeOf, stretches } from '../text-ranges';
import type { Stretch } from '../text-ranges';
import { $drawingOf } from './drawings';
import { $drawnNodes } from './drawn-words';

/** Which colour each author has. */
export type Slots = ReadonlyMap<string, number>;

/** One text as it was last drawn. It stays so when it leaves the view: words that vanish would move the text below. */
export interface Sheet {
  readonly leaf: ElementNode;
  readonly drawing: Drawing;
  readonly hasCaret: boolean;
  readonly attributes: ReadonlyMap<HTMLElement, Attributes>;
  /** Words without a text node of their own, or whose look would take hold of the deleted words drawn at them. */
  readonly painted: readonly (readonly [name: string, range: Range])[];
}

/** What has text nodes of its own: with the caret in the text only the places of deleted words, as few as can be. */
export function partsOf(drawing: Drawing, hasCaret: boolean): Drawing {
  return hasCaret && drawing.inserted.length + drawing.restyled.length > 0
    ? { ...drawing, inserted: [], restyled: [] }
    : drawing;
}

/** Whether a text still is as it was drawn: Lexical copies an element whenever its list of text nodes changes. */
export function $holds(key: NodeKey, { leaf, drawing, attributes }: Sheet): boolean {
  const now = $getNodeByKey(key);
  if (now !== leaf || !leaf.isAttached() || $drawingOf(leaf) !== drawing) return false;
  return [...attributes.keys()].every((element) => element.isConnected);
}

/** What is to be drawn in one text now, on the elements and text nodes that it has now. */
export function $sheet(editor: LexicalEditor, leaf: ElementNode, hasCaret: boolean, slots: Slots): Sheet {
  const drawing = $drawingOf(leaf);
  const attributes = new Map<HTMLElement, Attributes>();
  const painted: (readonly [string, Range])[] = [];
  const slotOf = (by: string) => String(slots.get(by) ?? 0);
  const drawn = $drawnNodes(leaf, partsOf(drawing, hasCaret));
  const add = (kind: 'ins' | 'look', by: string, where: readonly Stretch[]) => {
    for (const each of where) {
      const range = rangeOf(editor, each);
      if (range) painted.push([`galley-${kind}-${slotOf(by)}`, range]);
    }
  };
  for (const { node, look, before, behind } of drawn) {
    const element = editor.getElementByKey(node.getKey());
    if (!element) continue;
    const own: Record<string, string> = {};
    if (before) Object.assign(own, { 'data-gap': before.words, 'data-gap-by': slotOf(before.by) });
    if (behind) Object.assign(own, { 'data-gap-end': behind.words, 'data-gap-end-by': slotOf(behind.by) });
    const names = new Set([before, behind].flatMap((gap) => (gap ? [nameOf(editor, gap.by)] : [])));
    if (names.size > 0) own['title'] = [...names].join(', ');
    if (look && (before || behind))
      add(look.kind, look.by, [{ key: node.getKey(), from: 0, to: node.getTextContentSize() }]);
    else if (look) own[`data-${look.kind}`] = slotOf(look.by);
    if (Object.keys(own).length > 0) attributes.set(element, own);
  }
  if (hasCaret) {
    const texts = drawn.map(({ node }) => node);
    for (const { from, to, by } of drawing.inserted) add('ins', by, stretches(texts, from, to));
    for (const { from, to, by } of drawing.restyled) add('look', by, stretches(texts, from, to));
  }
  const [gap] = drawing.gaps;
  const empty = drawing.length === 0 && gap ? editor.getElementByKey(leaf.getKey()) : null;
  if (empty && gap) attributes.set(empty, { 'data-gap': gap.words, 'data-gap-by': slotOf(gap.by) });
  const last = drawn.at(-1);
  if (drawing.newEnd !== null && drawing.length > 0 && last && !last.behind) {
    const element = editor.getElementByKey(last.node.getKey());
    const sign = { 'data-new-end': '¶', 'data-gap-end-by': slotOf(drawing.newEnd) };
    if (element) attributes.set(element, { ...attributes.get(element), ...sign });
  }
  return { leaf, drawing, hasCaret, attributes, painted };
}

export function nameOf(editor: LexicalEditor, author: string): string {
  return author === '?' ? hostOf(editor).translate('suggest.unknown-author') : author;
}
