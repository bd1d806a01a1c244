/**
 * Which row of a list a key leads to, from the row that is active: up and down go round, Home and End to the ends. Null for
 * a key that does not move in a list, and in a list without rows.
 */
export function rowAfterKey(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
