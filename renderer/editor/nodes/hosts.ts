import { $getSlot, $setSlot, ElementNode } from 'lexical';
import { $createPart, PartNode } from './lines';
import type { PartName } from './lines';

/** The slots of the piece's head, on the root. Lexical sorts undeclared slots by name, hence the numbers. */
export const FIELD_SLOTS = { kicker: '10-kicker', headline: '20-headline', standfirst: '30-standfirst' } as const;

export type FieldName = keyof typeof FIELD_SLOTS;

export const FIELD_NAMES = ['kicker', 'headline', 'standfirst'] as const satisfies readonly FieldName[];

/** A block whose texts stand in named slots, each with its own caret scope. */
export abstract class SlotHostNode extends ElementNode {
  /** In the order in which the caret walks them. */
  abstract readonly parts: readonly PartName[];

  override isShadowRoot(): boolean {
    return true;
  }
  override canBeEmpty(): true {
    return true;
  }
  override canIndent(): false {
    return false;
  }
}

/** Gives the host the slots that it lacks. */
export function $fillSlots(host: SlotHostNode): void {
  for (const part of host.parts)
    if (!($getSlot(host, part) instanceof PartNode)) $setSlot(host, part, $createPart(part));
}

/** The text in one slot of a host; null only before the guard has run. */
export function $partIn(host: SlotHostNode, part: PartName): PartNode | null {
  const node = $getSlot(host, part);
  return node instanceof PartNode ? node : null;
}
