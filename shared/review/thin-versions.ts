/** One kept version by its file name and the moment it shows, in milliseconds since 1970. */
export interface VersionMoment {
  readonly name: string;
  readonly at: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How finely the past is kept: of every `step` the last version, up to this `age`; all in milliseconds. */
const THINNING: readonly { readonly age: number; readonly step: number }[] = [
  { age: HOUR, step: MINUTE },
  { age: DAY, step: HOUR },
  { age: Number.POSITIVE_INFINITY, step: DAY },
];

/**
 * The versions that the history no longer needs: every minute of work stays for an hour, every hour for a day, every day
 * after that. Versions that somebody put their name to (`kept`) and the newest are never among them, nor are those that a
 * clock put into the future: which of two clocks was wrong cannot be known.
 */
export function versionsToDrop(
  versions: readonly VersionMoment[],
  now: number,
  kept: ReadonlySet<string>,
): readonly string[] {
  const newestFirst = versions.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const taken = new Set<string>();
  return newestFirst.flatMap(({ name, at }, index) => {
    const age = now - at;
    const step = THINNING.find((rule) => age < rule.age)?.step ?? DAY;
    const slot = `${step} ${Math.floor(at / step)}`;
    const first = !taken.has(slot);
    taken.add(slot);
    return first || index === 0 || age < 0 || kept.has(name) ? [] : [name];
  });
}
