import type { Hash, Seal } from './seal';
import { STEPS, type ReviewState, type Role, type StepId } from './workflow';

/** What happened to a piece besides the steps of the table. */
export type Event = 'export' | 'restore' | 'merge' | 'version' | 'round-out' | 'round-in' | 'round-decide';

export const EVENTS: readonly Event[] = [
  'export',
  'restore',
  'merge',
  'version',
  'round-out',
  'round-in',
  'round-decide',
];

/** One line of the log. It names the entry before it by its sum, so none can be changed, taken out or moved unseen. */
export interface LogEntry {
  /** From 1. */
  readonly seq: number;
  /** ISO 8601 in UTC, by the clock of the machine it was written on. */
  readonly at: string;
  readonly by: string;
  readonly role: Role;
  readonly what: StepId | Event;
  /** The state after it. */
  readonly state: ReviewState;
  readonly reason?: string;
  /** What an event was about: formats, a version, the other side of a merge. */
  readonly about?: string;
  /** The hash of the content as it stood. */
  readonly content?: string;
  /** The file under versions/ that was kept at that moment. */
  readonly version?: string;
  /** The sum of the entry before; NO_ENTRY for the first. */
  readonly prev: string;
  /** SHA-256 over everything else. */
  readonly sum: string;
}

export type NewEntry = Omit<LogEntry, 'seq' | 'prev' | 'sum'>;

/** Stands in `prev` of the first entry. */
const NO_ENTRY = '0'.repeat(64);

function sumOf(entry: Omit<LogEntry, 'sum'>, hash: Hash): string {
  const { seq, at, by, role, what, state, reason, about, content, version, prev } = entry;
  const fields = [seq, at, by, role, what, state, reason, about, content, version, prev];
  return hash(JSON.stringify(fields.map((field) => field ?? null)));
}

/** The log with one more entry; the entries before it stay as they are. */
export function appendEntry(log: readonly LogEntry[], entry: NewEntry, hash: Hash): readonly LogEntry[] {
  const open = { ...entry, seq: log.length + 1, prev: log.at(-1)?.sum ?? NO_ENTRY };
  return [...log, { ...open, sum: sumOf(open, hash) }];
}

/** The first entry that shows that the log is not as it was written. `entry` counts from 1. */
export interface LogFault {
  readonly entry: number;
  /** edited: its sum does not fit; missing: the one before it is not the one it names; impossible: no such step of the table. */
  readonly why: 'edited' | 'missing' | 'impossible';
}

/** Null when every entry is as it was written, in the order they were written, and none is gone from the middle. */
export function checkLog(log: readonly LogEntry[], hash: Hash): LogFault | null {
  let before: LogEntry | undefined;
  for (const [index, entry] of log.entries()) {
    const at = index + 1;
    if (entry.sum !== sumOf(entry, hash)) return { entry: at, why: 'edited' };
    if (entry.seq !== at || entry.prev !== (before?.sum ?? NO_ENTRY)) return { entry: at, why: 'missing' };
    if (!isPossible(entry, before?.state ?? 'draft')) return { entry: at, why: 'impossible' };
    before = entry;
  }
  return null;
}

function isPossible({ what, state, role, reason }: LogEntry, from: ReviewState): boolean {
  const step = STEPS.find(({ id }) => id === what);
  if (!step) return state === from;
  const named = !step.reason || (reason ?? '').trim() !== '';
  return step.from.includes(from) && step.to === state && step.roles.includes(role) && named;
}

/** The seal that the log leaves standing: that of the last step that made one, unless a later step took it away. */
export function sealOfLog(log: readonly LogEntry[]): Seal | null {
  let seal: Seal | null = null;
  for (const { what, content, version, by, role, at, sum } of log) {
    const effect = STEPS.find(({ id }) => id === what)?.seal;
    if (effect === 'voids') seal = null;
    if (effect === 'makes' && content !== undefined && version !== undefined)
      seal = { hash: content, by, role, at, version, entry: sum };
  }
  return seal;
}

/** Entries written before the one that stands before them, by their clocks: worth telling, no proof of anything. */
export function clockFaults(log: readonly LogEntry[]): readonly number[] {
  return log.flatMap(({ at }, index) => (index > 0 && at < (log[index - 1]?.at ?? '') ? [index + 1] : []));
}
