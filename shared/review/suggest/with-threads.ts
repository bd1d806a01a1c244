import type { Run, Text } from '../../interview/types';
import { isEnd, type Item, type Weave, type WordsItem } from './weave';

/**
 * The weave of texts as they are now, each item with the comment threads about its words: they have to stay with the words
 * when proposals are decided. Deleted words between two words of one thread belong to it.
 */
export function withThreads(weave: Weave, texts: readonly Text[]): Weave {
  if (!texts.some((text) => text.some(({ threads }) => threads))) return weave;
  const items: Item[] = [];
  let reader = threadReader(texts[0] ?? []);
  let paragraph = 0;
  for (const item of weave) {
    if (isEnd(item)) {
      items.push(item);
      if (!item.del) reader = threadReader(texts[++paragraph] ?? []);
    } else if (item.del) items.push(about(item, reader.around()));
    else
      for (const { text, threads } of reader.take(item.text.length))
        items.push(about({ ...item, text }, threads ?? []));
  }
  return items;
}

function about(item: WordsItem, threads: readonly string[]): WordsItem {
  return threads.length > 0 ? { ...item, threads } : item;
}

/** Reads a text from its beginning, so and so many UTF-16 units at a time. */
function threadReader(text: Text) {
  let run = 0;
  let offset = 0;
  const at = (index: number) => text[index]?.threads ?? [];
  return {
    take(length: number): readonly Run[] {
      const taken: Run[] = [];
      let left = length;
      for (let now = text[run]; now && left > 0; now = text[run]) {
        const part = now.text.slice(offset, offset + left);
        taken.push({ ...now, text: part });
        left -= part.length;
        offset += part.length;
        if (offset < now.text.length) break;
        run++;
        offset = 0;
      }
      return taken;
    },
    /** The threads of the words on both sides of here. */
    around(): readonly string[] {
      if (offset > 0) return at(run);
      return at(run - 1).filter((id) => at(run).includes(id));
    },
  };
}

/** The weave without the threads that withThreads put on it. */
export function withoutThreads(weave: Weave): Weave {
  return weave.map((item) => {
    if (isEnd(item) || !item.threads) return item;
    const { threads: _threads, ...rest } = item;
    return rest;
  });
}
