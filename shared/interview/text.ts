import type { Mark, Run, Text } from './types';

/** The characters of a text without its marks. */
export function plainText(text: Text | undefined): string {
  return (text ?? []).map((run) => run.text).join('');
}

/** A text of one unmarked run; the empty string gives the empty text. Normalised to NFC. */
export function toText(plain: string): Text {
  const text = plain.normalize('NFC');
  return text === '' ? [] : [{ text }];
}

export function isBlank(text: Text | undefined): boolean {
  return plainText(text).trim() === '';
}

const MARK_ORDER: readonly Mark[] = ['bold', 'italic', 'superscript', 'subscript'];

/** A run with its marks in the one fixed order and without empty parts, so that equal runs are equal as data. */
export function makeRun(text: string, marks: Iterable<Mark> = [], link?: string, threads: Iterable<string> = []): Run {
  const set = new Set(marks);
  const ordered = MARK_ORDER.filter((mark) => set.has(mark));
  const sorted = [...new Set(threads)].toSorted();
  return {
    text,
    ...(ordered.length ? { marks: ordered } : {}),
    ...(link ? { link } : {}),
    ...(sorted.length ? { threads: sorted } : {}),
  };
}

function isAlike(a: Run, b: Run): boolean {
  const [left, right] = [a, b].map(({ marks = [], threads = [] }) => `${marks.join()} ${threads.join()}`);
  return a.link === b.link && left === right;
}

/** The same text in its one canonical form: NFC, no empty runs, no two neighbours with equal marks and threads. */
export function joinRuns(runs: readonly Run[]): Text {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const next = makeRun(run.text, run.marks, run.link, run.threads);
    const last = joined.at(-1);
    if (last && isAlike(last, next)) joined[joined.length - 1] = { ...last, text: last.text + next.text };
    else joined.push(next);
  }
  return joined.map((run) => ({ ...run, text: run.text.normalize('NFC') }));
}

/** The text with every run's characters passed through `change`; the marks stay. */
export function mapText(text: Text, change: (plain: string) => string): Text {
  return joinRuns(text.map((run) => ({ ...run, text: change(run.text) })));
}
