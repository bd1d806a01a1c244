import { expect, it } from 'vitest';
import {
  FIRST_LOOK,
  LEASE_LIFETIME,
  lookAgain,
  readLease,
  standingOf,
  writeLease,
  type Watched,
} from '../../../../shared/desk/lease';

const LEASE = { writer: 'ab12', name: 'Lê An', machine: 'toa-soan-3', since: '2026-11-23T08:00:00.000Z', beat: 7 };

it('reads what it wrote, and nothing else', () => {
  expect(readLease(writeLease(LEASE))).toEqual(LEASE);
  for (const bad of ['', '{', 'null', '[]', '{"format":"galley-lease"}', writeLease({ ...LEASE, writer: '../x' })])
    expect(readLease(bad)).toBeNull();
});

/** Looks every three seconds at a file whose contents are given for each look. */
function watch(marks: readonly string[], age: number): { readonly watched: Watched; readonly now: number } {
  let watched: Watched | null = null;
  let now = 1_000_000;
  for (const mark of marks) watched = lookAgain(watched, mark, (now += 3000), age);
  return { watched: watched as Watched, now };
}

const still = (looks: number) => Array.from({ length: looks }, () => 'same');

it('is live as long as it is seen to change, whatever the disk says of its age', () => {
  const beats = Array.from({ length: 200 }, (_, look) => String(Math.floor(look / 10)));
  for (const age of [-1e9, 0, 1e9]) {
    const { watched, now } = watch(beats, age);
    expect(standingOf(watched, now)).toBe('live');
  }
});

it('is gone when it has been seen to stand still for its lifetime', () => {
  const looks = LEASE_LIFETIME / 3000;
  const young = watch(still(looks), 0);
  expect(standingOf(young.watched, young.now)).toBe('live');
  const old = watch(still(looks + 1), 0);
  expect(standingOf(old.watched, old.now)).toBe('gone');
});

it('that looks old at first is watched for one renewal before it counts as left behind', () => {
  const first = watch(still(1), LEASE_LIFETIME + 1);
  expect(standingOf(first.watched, first.now)).toBe('unsure');
  const later = watch(still(2 + FIRST_LOOK / 3000), LEASE_LIFETIME + 1);
  expect(standingOf(later.watched, later.now)).toBe('gone');
});

it('a clock of this machine that is set back begins the wait anew', () => {
  const seen = lookAgain(null, 'x', 1_000_000, 0);
  const back = lookAgain(seen, 'x', 500_000, 0);
  expect(standingOf(back, 500_000 + LEASE_LIFETIME - 1)).toBe('live');
  expect(standingOf(back, 500_000 + LEASE_LIFETIME)).toBe('gone');
});
