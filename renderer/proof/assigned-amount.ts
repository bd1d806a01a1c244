import type { AssignedLength } from '../../shared/interview/types';

/** A figure as people write it, with a comma or a point; null for what is none. */
export function amountOf(kind: 'lines' | 'column', text: string): AssignedLength | null {
  const amount = Number(text.trim().replace(',', '.'));
  if (!(amount > 0)) return null;
  return kind === 'lines'
    ? { kind, lines: Math.min(100_000, Math.max(1, Math.round(amount))) }
    : { kind, centimetres: Math.min(10_000, Math.max(0.1, Math.round(amount * 10) / 10)) };
}
