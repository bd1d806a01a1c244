import { test } from '@playwright/test';

/** One line of the bench's table. A ratio compares two medians taken in turn in one run; machines are shared and noisy. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What it is measured against, with its own figure; absent where a plain figure is asked for. */
  readonly against?: string;
  readonly ratio?: number;
  readonly goal?: string;
}

export function report(row: Row): void {
  test.info().annotations.push({ type: 'bench', description: JSON.stringify(row) });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function milliseconds(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const p95 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
  return `${median(values).toFixed(1)} ms (p95 ${p95.toFixed(1)})`;
}
