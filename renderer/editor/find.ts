import {
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  defineExtension,
  HISTORY_PUSH_TAG,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { fold } from '../../shared/text/fold';
import type { FindQuery, FindResult } from './contract';
import { $placedLeaves } from './leaves';
import { $textNodesOf, paint, rangeOf, stretches } from './text-ranges';
import type { Stretch } from './text-ranges';

type Match = readonly Stretch[];

/** Repainting waits this many milliseconds for the typing to pause. */
const REPAINT_DELAY = 80;
/** Thousands of painted ranges slow the browser's own painting: past this many, only those near the current one are painted. */
const MOST_PAINTED = 300;

function $matches(query: FindQuery): readonly Match[] {
  const needle = fold(query.text.normalize('NFC'), query);
  if (needle === '') return [];
  return $placedLeaves().flatMap(({ leaf }) => {
    const nodes = $textNodesOf(leaf);
    const hay = fold(nodes.map((node) => node.getTextContent()).join(''), query);
    const found: Match[] = [];
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
      found.push(stretches(nodes, at, at + needle.length));
    }
    return found;
  });
}

/** Writes over a match; the first text node it covers gives the look. */
function $replace(match: Match, by: string): void {
  match.toReversed().forEach(({ key, from, to }, index) => {
    const node = $getNodeByKey(key);
    if ($isTextNode(node)) node.spliceText(from, to - from, index === match.length - 1 ? by : '');
  });
}

/** Search and replace over every text of the piece, slots included. */
class Finder {
  private query: FindQuery | null = null;
  private matches: readonly Match[] = [];
  private current = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly editor: LexicalEditor) {}

  find(query: FindQuery | null): FindResult {
    this.query = query;
    this.current = -1;
    this.search();
    if (this.matches.length) this.current = 0;
    this.repaint();
    this.reveal();
    return this.result();
  }

  step(by: 1 | -1): FindResult {
    this.search();
    const count = this.matches.length;
    if (count) this.current = (this.current + by + count) % count;
    this.repaint();
    this.reveal();
    return this.result();
  }

  replaceCurrent(by: string): FindResult {
    const match = this.matches[this.current];
    if (match) this.edit(() => $replace(match, by.normalize('NFC')));
    this.search();
    this.current = this.matches.length ? Math.max(0, this.current) % this.matches.length : -1;
    this.repaint();
    this.reveal();
    return this.result();
  }

  replaceAll(by: string): number {
    this.search();
    const { matches } = this;
    if (matches.length) {
      this.edit(() => {
        for (const match of matches.toReversed()) $replace(match, by.normalize('NFC'));
      });
    }
    this.search();
    this.current = -1;
    this.repaint();
    return matches.length;
  }

  /** After a change of the text: finds anew, once the typing pauses. */
  later(): void {
    if (!this.query) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.search();
      this.current = Math.min(this.current, this.matches.length - 1);
      this.repaint();
    }, REPAINT_DELAY);
  }

  stop(): void {
    clearTimeout(this.timer);
    paint('galley-find', []);
    paint('galley-find-current', []);
  }

  private edit($change: () => void): void {
    if (!this.editor.isEditable()) return;
    this.editor.update($change, { discrete: true, tag: HISTORY_PUSH_TAG });
  }

  private search(): void {
    const { query } = this;
    this.matches = query ? this.editor.read(() => $matches(query)) : [];
  }

  private repaint(): void {
    const near = Math.max(0, this.current - MOST_PAINTED / 2);
    const shown = this.matches.slice(near, near + MOST_PAINTED).flat();
    const current = this.matches[this.current] ?? [];
    const ranges = (list: readonly Stretch[]) => list.flatMap((stretch) => rangeOf(this.editor, stretch) ?? []);
    paint('galley-find', ranges(shown));
    paint('galley-find-current', ranges(current));
  }

  /** Brings the current match into view and puts the selection on it, without taking the focus from the search field. */
  private reveal(): void {
    const match = this.matches[this.current];
    const [first] = match ?? [];
    const last = match?.at(-1);
    if (!first || !last) return;
    this.editor.getElementByKey(first.key)?.scrollIntoView({ block: 'center' });
    this.editor.update(
      () => {
        const selection = $createRangeSelection();
        selection.anchor.set(first.key, first.from, 'text');
        selection.focus.set(last.key, last.to, 'text');
        $setSelection(selection);
      },
      { discrete: true, tag: ['skip-dom-selection', 'skip-scroll-into-view'] },
    );
  }

  private result(): FindResult {
    return { count: this.matches.length, current: this.current + 1 };
  }
}

export const FindExtension = defineExtension({
  name: 'galley/find',
  build: (editor) => new Finder(editor),
  register: (editor, _config, state) => {
    const finder = state.getOutput();
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size || dirtyLeaves.size) finder.later();
    });
    return () => {
      stop();
      finder.stop();
    };
  },
});
