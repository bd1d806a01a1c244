import type { Pictures } from '../press/press';

/** Pictures that separate each photo once for all formats of one export: with large photos that is most of the work. */
export function separateOnce(pictures: () => Pictures): () => Pictures {
  const done = new Map<string, ReturnType<Pictures['separate']>>();
  return () => ({
    ...pictures(),
    separate(separation, signal) {
      const key = JSON.stringify(separation);
      const made = done.get(key) ?? pictures().separate(separation, signal);
      done.set(key, made);
      return made;
    },
  });
}
