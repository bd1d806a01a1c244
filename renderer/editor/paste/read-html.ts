import { isSafeLink } from '../../../shared/interview/schema';
import { isBlank, joinRuns, makeRun } from '../../../shared/interview/text';
import type { Mark, Run, Text } from '../../../shared/interview/types';
import type { Dropped } from './clean';
import type { Pasted, PastedBlock } from './pasted';

const MARK_OF: { readonly [tag: string]: Mark } = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  SUP: 'superscript',
  SUB: 'subscript',
};
const BLOCKS = new Set(
  'P DIV ARTICLE SECTION MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE TABLE TBODY THEAD TR TD TH'.split(' '),
);
// Soft hyphens, zero-width characters and byte order marks: invisible in the source, a nuisance in print.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

interface Look {
  readonly marks: readonly Mark[];
  readonly link?: string;
}

function lookInside(element: Element, look: Look, dropped: Dropped): Look {
  const mark = MARK_OF[element.tagName];
  if (mark) return { ...look, marks: [...look.marks, mark] };
  const address = element.tagName === 'A' ? element.getAttribute('href')?.trim() : undefined;
  if (!address) return look;
  if (isSafeLink(address)) return { ...look, link: address };
  dropped.links += 1;
  return look;
}

/** Spaces as HTML shows them: runs of them are one, none stands at the ends. */
function tidy(runs: readonly Run[]): Text {
  const tidied: Run[] = [];
  let open = false;
  for (const run of runs) {
    let text = run.text.replace(INVISIBLE, '').replace(/[ \t\r\n\f]+/g, ' ');
    if (!open) text = text.replace(/^ /, '');
    if (text !== '') open = !text.endsWith(' ');
    tidied.push({ ...run, text });
  }
  const joined = joinRuns(tidied);
  const last = joined.at(-1);
  return last ? joinRuns([...joined.slice(0, -1), { ...last, text: last.text.replace(/[ \u00a0]+$/, '') }]) : joined;
}

/** Reads the cleaned tree into blocks of ours; what has no kind of its own becomes paragraphs. */
export function readHtml(body: Element, dropped: Dropped): Pasted {
  const blocks: PastedBlock[] = [];
  let line: Run[] = [];
  const finish = (make: (text: Text) => PastedBlock) => {
    const text = tidy(line);
    line = [];
    if (!isBlank(text)) blocks.push(make(text));
  };
  const paragraph = (text: Text): PastedBlock => ({ kind: 'paragraph', text });
  const readList = (list: Element, ordered: boolean) => {
    const items = [...list.querySelectorAll('li')]
      .map((item) => lineOf(item, dropped))
      .filter((text) => !isBlank(text));
    if (items.length) blocks.push({ kind: 'list', ordered, items });
  };
  const walk = (node: Node, look: Look, make: (text: Text) => PastedBlock) => {
    if (node.nodeType === 3) line.push(makeRun(node.nodeValue ?? '', look.marks, look.link));
    if (!(node instanceof Element)) return;
    if (node.tagName === 'BR') finish(make);
    else if (!BLOCKS.has(node.tagName))
      for (const child of node.childNodes) walk(child, lookInside(node, look, dropped), make);
    else {
      finish(make);
      if (node.tagName === 'UL' || node.tagName === 'OL') readList(node, node.tagName === 'OL');
      else {
        const inner = makerFor(node) ?? make;
        for (const child of node.childNodes) walk(child, headingLook(node, look), inner);
        finish(inner);
      }
    }
  };
  for (const child of body.childNodes) walk(child, { marks: [] }, paragraph);
  finish(paragraph);
  return joinLists(blocks);
}

function makerFor(element: Element): ((text: Text) => PastedBlock) | null {
  if (/^H[1-6]$/.test(element.tagName))
    return (text) => ({ kind: 'subhead', text: text.map(({ link, text: words }) => makeRun(words, [], link)) });
  if (element.tagName === 'BLOCKQUOTE') return (text) => ({ kind: 'quote', text });
  if (element.classList.contains('word-list')) {
    const ordered = element.classList.contains('word-numbered');
    return (text) => ({ kind: 'list', ordered, items: [text] });
  }
  return null;
}

/** A heading is bold by being one. */
function headingLook(element: Element, look: Look): Look {
  return /^H[1-6]$/.test(element.tagName) ? { ...look, marks: [] } : look;
}

function lineOf(item: Element, dropped: Dropped): Text {
  const runs: Run[] = [];
  const walk = (node: Node, look: Look) => {
    if (node.nodeType === 3) runs.push(makeRun(node.nodeValue ?? '', look.marks, look.link));
    if (!(node instanceof Element)) return;
    // An inner list is read on its own, flat beside the outer one.
    if (node.tagName === 'UL' || node.tagName === 'OL') return;
    if (runs.length && (node.tagName === 'BR' || BLOCKS.has(node.tagName))) runs.push(makeRun(' '));
    for (const child of node.childNodes) walk(child, lookInside(node, look, dropped));
  };
  for (const child of item.childNodes) walk(child, { marks: [] });
  return tidy(runs);
}

/** Word's list paragraphs that follow each other are one list. */
function joinLists(blocks: readonly PastedBlock[]): Pasted {
  const joined: PastedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered) {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else joined.push(block);
  }
  return joined;
}
