import { failed, ok, type Result } from '../result';
import type { ReadFailure } from '../readers/reader';

/** What this room needs of the platform's TextDecoder; pass `(label) => new TextDecoder(label, { fatal: true })`. */
export type MakeDecoder = (label: 'utf-8' | 'utf-16le' | 'utf-16be') => { decode(bytes: Uint8Array): string };

/**
 * The bytes of a text file as text without a byte order mark: UTF-8, or UTF-16 when the mark says so.
 * not-ours for binary files (a NUL in UTF-8), damaged for bytes that are not UTF-8: an old code page cannot be told
 * apart from damage, and guessing would garble every accent.
 */
export function decodeText(bytes: Uint8Array, makeDecoder: MakeDecoder): Result<string, ReadFailure> {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  if (label === 'utf-8' && bytes.includes(0)) return failed({ kind: 'not-ours' });
  try {
    const text = makeDecoder(label).decode(bytes);
    return ok(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    if (error instanceof TypeError) return failed({ kind: 'damaged', detail: label.toUpperCase() });
    throw error;
  }
}
