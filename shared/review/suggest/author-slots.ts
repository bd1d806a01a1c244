/** So many authors are told apart by colour; more share them, and their names tell. */
export const AUTHOR_SLOTS = 5;

/**
 * Which colour each author has, from 0. It comes from the name, so that it stays when proposals are decided, and two authors of
 * one piece have different ones as long as there are enough.
 */
export function authorSlots(authors: Iterable<string>): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const author of [...new Set(authors)].toSorted()) {
    let slot = sumOf(author) % AUTHOR_SLOTS;
    for (let tries = 0; taken.has(slot) && tries < AUTHOR_SLOTS; tries++) slot = (slot + 1) % AUTHOR_SLOTS;
    taken.add(slot);
    slots.set(author, slot);
  }
  return slots;
}

function sumOf(text: string): number {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
