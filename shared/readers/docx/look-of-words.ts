import { joinRuns } from '../../interview/text';
import type { Mark, Text } from '../../interview/types';
import { alignCells } from '../../review/suggest/align-cells';

/** The words with the looks that they have in `from`; a look that the whole paragraph has is its kind's, and dropped. */
export function lookOfWords(words: Text, from: Text, drop: readonly Mark[]): Text {
  const cells = (text: Text) => text.flatMap((run) => [...run.text].map((char) => ({ char, run })));
  const [own, source] = [cells(words), cells(from)];
  const places = alignCells(
    source.map(({ char }) => ({ text: char, look: '' })),
    own.map(({ char }) => ({ text: char, look: '' })),
  );
  const looks = new Map<number, Text[number]>();
  source.forEach(({ run }, at) => {
    const place = places[at] ?? -1;
    if (place >= 0) looks.set(place, run);
  });
  return joinRuns(
    own.map(({ char }, at) => {
      const { marks = [], link } = looks.get(at) ?? {};
      const kept = marks.filter((mark) => !drop.includes(mark));
      return { text: char, ...(kept.length > 0 ? { marks: kept } : {}), ...(link ? { link } : {}) };
    }),
  );
}
