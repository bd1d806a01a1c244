import type { EndItem, Weave, WordsItem } from '../../interview/suggestions';
import type { Text } from '../../interview/types';
import { lookOf } from '../../review/compare/tokens';
import { byWords } from '../../review/suggest/by-words';
import { isEnd } from '../../review/suggest/weave';

/** Words of one look, of the same proposals and the same comment threads. */
export interface Span extends WordsItem {
  readonly threads?: readonly string[];
}

/** One paragraph of a weave: its words, and its end with what is proposed for it. */
export interface SpanParagraph {
  readonly spans: readonly Span[];
  /** Absent for a paragraph that no proposal touches. */
  readonly end?: EndItem;
}

export function spansOfText(text: Text): readonly Span[] {
  return text.map((run) => ({
    text: run.text,
    look: lookOf(run),
    ...(run.threads ? { threads: run.threads } : {}),
  }));
}

/** The paragraphs of a weave, deleted ones too. `texts` are the living ones as the piece holds them: they know the threads. */
export function paragraphsOfWeave(weave: Weave, texts: readonly Text[]): readonly SpanParagraph[] {
  const threads = texts.flatMap((text) => text.map(({ text: words, threads: names }) => ({ words, names })));
  const taken = { run: 0, at: 0 };
  const paragraphs: SpanParagraph[] = [];
  let spans: Span[] = [];
  for (const item of byWords(weave)) {
    if (isEnd(item)) {
      paragraphs.push({ spans, end: item });
      spans = [];
    } else if (item.del) spans.push(item);
    else spans.push(...withThreads(item, threads, taken));
  }
  if (spans.length > 0) paragraphs.push({ spans });
  return paragraphs;
}

interface ThreadedRun {
  readonly words: string;
  readonly names: readonly string[] | undefined;
}

function withThreads(item: WordsItem, runs: readonly ThreadedRun[], taken: { run: number; at: number }): Span[] {
  const spans: Span[] = [];
  let rest = item.text;
  while (rest !== '') {
    const run = runs[taken.run];
    const left = run ? run.words.length - taken.at : rest.length;
    if (run && left <= 0) {
      taken.run++;
      taken.at = 0;
      continue;
    }
    const text = rest.slice(0, left);
    spans.push({ ...item, text, ...(run?.names ? { threads: run.names } : {}) });
    rest = rest.slice(text.length);
    taken.at += text.length;
  }
  return spans;
}

/** The words as they were before the proposals. */
export function baseSpans(spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ ins }) => !ins).map(({ text, look, was }) => ({ text, look: was?.look ?? look }));
}

/** The words without the deleted ones. */
export function livingSpans(spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ del }) => !del);
}
