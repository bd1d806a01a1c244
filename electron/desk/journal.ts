import { changeSchema, type Change } from '../../shared/interview/change';
import { sha256 } from '../sha256';
import type { SnapshotHash } from './snapshot';

/**
 * journal.ndjson: one JSON object to a line, each closed by a checksum of what stands before it.
 *   {"base":"<hash>","seq":7,"sum":…}     first line: the snapshot this journal stands on, and the last seq in it
 *   {"seq":8,"at":…,"change":{…},"sum":…}  one change
 *   {"next":"<hash>","seq":8,"sum":…}     a snapshot with everything up to here is about to be written
 */
export type JournalLine =
  | { readonly kind: 'base'; readonly hash: SnapshotHash; readonly seq: number }
  | { readonly kind: 'change'; readonly seq: number; readonly at: number; readonly change: Change }
  | { readonly kind: 'next'; readonly hash: SnapshotHash; readonly seq: number };

export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Bytes that are no sound line: torn by a crash, or damaged. Null when all of the file is sound. */
  readonly rest: Uint8Array | null;
}

const SUM_LENGTH = 12;

function sumOf(body: string): string {
  return sha256(body).slice(0, SUM_LENGTH);
}

/** One line with its checksum and line end. */
export function encodeLine(line: JournalLine): string {
  const body = JSON.stringify(contentsOf(line)).slice(0, -1);
  return `${body},"sum":"${sumOf(body)}"}\n`;
}

function contentsOf(line: JournalLine): object {
  if (line.kind === 'change') return { seq: line.seq, at: line.at, change: line.change };
  return line.kind === 'base' ? { base: line.hash, seq: line.seq } : { next: line.hash, seq: line.seq };
}

/**
 * Every sound line, in order, and what is not sound. A damaged line in the middle does not take the later ones along:
 * each change carries whole new values, so what follows is right by itself.
 */
export function decodeJournal(bytes: Uint8Array): Journal {
  const lines: JournalLine[] = [];
  const rest: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    // Without its line end a line was never acknowledged, and the next append would be glued to it.
    const line = end < 0 ? null : decodeLine(new TextDecoder().decode(piece.subarray(0, -1)));
    if (line) lines.push(line);
    else rest.push(piece);
    start += piece.length;
  }
  return { lines, rest: rest.length ? Buffer.concat(rest) : null };
}

function decodeLine(text: string): JournalLine | null {
  const [, body, sum] = /^(\{[^]*),"sum":"([0-9a-f]{12})"\}$/.exec(text) ?? [];
  if (body === undefined || sum !== sumOf(body)) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(`${body}}`);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return typeof raw === 'object' && raw !== null ? lineOf(raw as Record<string, unknown>) : null;
}

function lineOf(raw: Record<string, unknown>): JournalLine | null {
  const { seq, at, base, next } = raw;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return null;
  if (typeof base === 'string') return { kind: 'base', hash: base, seq };
  if (typeof next === 'string') return { kind: 'next', hash: next, seq };
  // The checksum shows that the line is whole, not that a friend wrote it: the folder may come from anyone.
  const change = changeSchema.safeParse(raw['change']);
  return typeof at === 'number' && change.success ? { kind: 'change', seq, at, change: change.data } : null;
}
