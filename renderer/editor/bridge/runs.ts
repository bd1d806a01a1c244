import { $createLinkNode, $isLinkNode } from '@lexical/link';
import { $createTextNode, $isElementNode, $isLineBreakNode, $isTextNode, TEXT_TYPE_TO_FORMAT } from 'lexical';
import type { ElementNode, LexicalNode, TextNode } from 'lexical';
import { isSafeLink } from '../../../shared/interview/schema';
import { joinRuns, makeRun } from '../../../shared/interview/text';
import type { Mark, Run, Text } from '../../../shared/interview/types';
import { $setThreads, $threadsOf } from '../nodes/state';

/** The marks of our texts; every other format of Lexical is kept out. */
export const MARKS = ['bold', 'italic', 'superscript', 'subscript'] as const satisfies readonly Mark[];

function bitOf(mark: Mark): number {
  return TEXT_TYPE_TO_FORMAT[mark] ?? 0;
}

function $textNode(run: Run): TextNode {
  const bits = (run.marks ?? []).reduce((sum, mark) => sum | bitOf(mark), 0);
  const node = $createTextNode(run.text).setFormat(bits);
  if (run.threads) $setThreads(node, run.threads);
  return node;
}

/** The nodes of a text: text nodes, with neighbours of one link together in one link node. */
export function $inlineNodes(text: Text): readonly LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const run of text) {
    const node = $textNode(run);
    const last = nodes.at(-1);
    if (!run.link) nodes.push(node);
    else if ($isLinkNode(last) && last.getURL() === run.link) last.append(node);
    else nodes.push($createLinkNode(run.link).append(node));
  }
  return nodes;
}

// While a word is being composed, Lexical may hold its place by this character.
const COMPOSITION_CHARACTER = /\u200b/g;

/** What one text node says, cut to `from`..`to` in code units. */
function $runOf(node: TextNode, link: string | undefined, from: number, to: number): Run {
  const bits = node.getFormat();
  const marks = MARKS.filter((mark) => bits & bitOf(mark));
  const text = node.getTextContent().slice(from, to);
  return makeRun(node.isComposing() ? text.replace(COMPOSITION_CHARACTER, '') : text, marks, link, $threadsOf(node));
}

/** Which part of a text node is wanted: null for none. */
export type Cut = (node: LexicalNode) => readonly [from: number, to: number] | null;

const WHOLE: Cut = (node) => [0, node.getTextContentSize()];

/** The text that stands in an element, in canonical form. Line breaks and tabs become spaces. */
export function $textOf(leaf: ElementNode, cut: Cut = WHOLE): Text {
  const runs: Run[] = [];
  const walk = (element: ElementNode, link: string | undefined) => {
    for (const child of element.getChildren()) {
      if ($isLinkNode(child)) walk(child, isSafeLink(child.getURL()) ? child.getURL() : link);
      else if ($isElementNode(child)) {
        if (child.isInline()) walk(child, link);
      } else {
        const part = cut(child);
        if (part === null) continue;
        if ($isTextNode(child))
          runs.push(child.getType() === 'tab' ? makeRun(' ', [], link) : $runOf(child, link, part[0], part[1]));
        else if ($isLineBreakNode(child)) runs.push(makeRun(' ', [], link));
      }
    }
  };
  walk(leaf, undefined);
  return joinRuns(runs);
}
