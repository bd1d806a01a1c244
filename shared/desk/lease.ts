import { z } from '../zod';

/** How often a lease is renewed while the piece is open, in milliseconds. */
export const LEASE_RENEWAL = 30_000;
/** A lease that was seen to stand still for so long is nobody's any more, in milliseconds. */
export const LEASE_LIFETIME = 120_000;
/** What already looks old when it is first seen is watched for one renewal and a little more before it counts as left behind. */
export const FIRST_LOOK = 40_000;

/** Who writes at a desk: a person at a machine. `writer` tells installations apart and names their files. */
export interface Holder {
  readonly writer: string;
  /** The journalist's name from the settings; empty when none was given. */
  readonly name: string;
  readonly machine: string;
}

/** Who has a piece open. It keeps nobody out: it is there so that people know of each other. */
export interface Lease extends Holder {
  /** ISO 8601 by the holder's clock: for people to read, never to reckon with. */
  readonly since: string;
  /** Counts the renewals: that it goes on changing is what shows a holder who is there. */
  readonly beat: number;
}

const line = z.string().max(200);

/** Letters and digits only: the name of a writer becomes part of a file's name. Empty for desks that nobody shares. */
export const WRITER = /^[0-9a-z]{0,16}$/;

const leaseSchema = z.object({
  format: z.literal('galley-lease'),
  writer: z.string().regex(WRITER),
  name: line,
  machine: line,
  since: line,
  beat: z.int().min(0),
});

/** Null for anything that is no lease: a torn or foreign file holds nothing. */
export function readLease(source: string): Lease | null {
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const checked = leaseSchema.safeParse(raw);
  if (!checked.success) return null;
  const { format: _format, ...lease } = checked.data;
  return lease;
}

export function writeLease(lease: Lease): string {
  return `${JSON.stringify({ format: 'galley-lease', ...lease })}\n`;
}

/** A file of somebody else's as it was watched from here. */
export interface Watched {
  /** What it held when it was last looked at. */
  readonly mark: string;
  /** When that was first seen, by the clock of this machine, in milliseconds. */
  readonly since: number;
  /** It was never seen to change, and by the disk's time it was old at the first look. */
  readonly old: boolean;
}

/**
 * What is known after one more look. `age` is how old the file is by the disk's time, in milliseconds; it may be wrong by any
 * amount, as the clocks of machines and disks disagree, and counts only until the file has been watched for a while.
 */
export function lookAgain(before: Watched | null, mark: string, now: number, age: number): Watched {
  if (before?.mark === mark) return now < before.since ? { ...before, since: now } : before;
  return { mark, since: now, old: before === null && age > LEASE_LIFETIME };
}

/** live: its writer is there; gone: nobody is; unsure: it looks old, but the clocks may be wrong, so it is watched first. */
export function standingOf({ since, old }: Watched, now: number): 'live' | 'unsure' | 'gone' {
  const still = now - since;
  if (old) return still < FIRST_LOOK ? 'unsure' : 'gone';
  return still < LEASE_LIFETIME ? 'live' : 'gone';
}
