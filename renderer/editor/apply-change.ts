import { $addUpdateTag, $getRoot, $getSlot } from 'lexical';
import type { LexicalNode } from 'lexical';
import { formatByline } from '../../shared/interview/byline';
import type { Change } from '../../shared/interview/change';
import { toText } from '../../shared/interview/text';
import type { Text } from '../../shared/interview/types';
import { $blockOf } from './bridge/from-editor';
import { $inlineNodes } from './bridge/runs';
import { $nodeOf } from './bridge/to-editor';
import { REWRITTEN_TAG } from './comments/anchor-tag';
import { FIELD_NAMES, FIELD_SLOTS } from './nodes/hosts';
import type { FieldName } from './nodes/hosts';
import { BylineNode, PartNode } from './nodes/lines';
import { $idOf, $setRest } from './nodes/state';
import { $setPieceSuggestions } from './nodes/suggestions';

/**
 * Takes in a change that was made elsewhere, as when a version is restored. Blocks that are the same stay the same nodes;
 * fields that are not typed in the editor are passed over. False when there was nothing to do.
 */
export function $applyChange({ fields = {}, blocks = {}, order }: Change): boolean {
  $addUpdateTag(REWRITTEN_TAG);
  // A caret in a node that goes away would break the update.
  $headline()?.selectEnd();
  let changed = false;
  for (const name of FIELD_NAMES) {
    if (fields[name] === undefined) continue;
    $writeField(name, fields[name]);
    changed = true;
  }
  const byline = $getRoot()
    .getChildren()
    .find((child) => child instanceof BylineNode);
  if (byline && fields.byline) {
    byline.clear().append(...$inlineNodes(toText(formatByline(fields.byline))));
    $setRest(byline, { signatures: fields.byline });
    changed = true;
  }

  const nodes = new Map<string, LexicalNode>($bodyNodes().map((node) => [$idOf(node), node]));
  for (const [id, block] of Object.entries(blocks)) {
    const fresh = $nodeOf(block);
    nodes.get(id)?.replace(fresh);
    nodes.set(id, fresh);
    changed = true;
  }
  if (fields.suggestions !== undefined) {
    $setPieceSuggestions($getRoot(), fields.suggestions ?? undefined);
    changed = true;
  }
  if (!order) return changed;
  const wanted = order.flatMap((id) => nodes.get(id) ?? []);
  for (const node of wanted) {
    if (byline) byline.insertBefore(node, false);
    else $getRoot().append(node);
  }
  for (const node of $bodyNodes()) if (!wanted.some((one) => one.is(node))) node.remove();
  return true;
}

function $bodyNodes(): readonly LexicalNode[] {
  return $getRoot()
    .getChildren()
    .filter((node) => $blockOf(node) !== null);
}

function $headline(): PartNode | null {
  const slot = $getSlot($getRoot(), FIELD_SLOTS.headline);
  return slot instanceof PartNode ? slot : null;
}

function $writeField(name: FieldName, text: Text | null): void {
  const slot = $getSlot($getRoot(), FIELD_SLOTS[name]);
  if (!(slot instanceof PartNode)) return;
  slot.clear().append(...$inlineNodes(text ?? []));
  $setRest(slot, text?.length === 0 ? { present: true } : {});
}
