import { GetClipboardDataExtension } from '@lexical/clipboard';
import { configExtension } from '@lexical/extension';
import { $getRoot, $isElementNode, $isNodeSelection, $isRangeSelection, $isTextNode, defineExtension } from 'lexical';
import type { BaseSelection, ElementNode, LexicalNode, PointType, RangeSelection } from 'lexical';
import { plainText } from '../../shared/interview/text';
import type { Block, Run, Text } from '../../shared/interview/types';
import { textsOfBlock } from '../../shared/interview/visit';
import { $blockOf } from './bridge/from-editor';
import { $textOf } from './bridge/runs';
import type { Cut } from './bridge/runs';
import { BylineNode } from './nodes/lines';
import { $leafOf, $topOf, isAtomic } from './nodes/where';
import { OWN_TYPE, writeOwn } from './paste/own-format';

/** What is selected: words within one line, or blocks, the first and last cut to the selection. */
type Selected = { readonly text: Text } | { readonly blocks: readonly Block[] };

/** Where a text node stands against a point of the selection: the offset in it, or before or behind it as a whole. */
export function $cutFor(selection: RangeSelection): Cut {
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const selected = new Set(selection.getNodes().map((node) => node.getKey()));
  const offsetIn = (point: PointType, node: LexicalNode) =>
    point.key === node.getKey() && point.type === 'text' ? point.offset : null;
  return (node) => {
    if (!selected.has(node.getKey())) return null;
    const size = node.getTextContentSize();
    return $isTextNode(node) ? [offsetIn(first, node) ?? 0, offsetIn(last, node) ?? size] : [0, size];
  };
}

function $blocksIn(selection: RangeSelection): readonly Block[] {
  const cut = $cutFor(selection);
  const tops = new Set(selection.getNodes().flatMap((node) => $topOf(node)?.getKey() ?? []));
  const read = (leaf: ElementNode) => $textOf(leaf, cut);
  return $getRoot()
    .getChildren()
    .filter((top) => tops.has(top.getKey()))
    .flatMap((top): readonly Block[] => {
      if (top instanceof BylineNode) return [{ kind: 'paragraph', id: 'byline', text: read(top) }];
      const block = $blockOf(top, isAtomic(top) ? undefined : read);
      return block ? [withoutEmptyTexts(withoutProposals(block))] : [];
    });
}

/** A copy says what the text says; where it is pasted it is a change like any other. */
function withoutProposals(block: Block): Block {
  if (block.kind === 'unknown') return block;
  const { suggestions: _suggestions, moved: _moved, ...rest } = block;
  return rest;
}

/** Items and paragraphs outside the selection read as empty: they are not copied. */
function withoutEmptyTexts(block: Block): Block {
  const filled = (texts: readonly Text[]) =>
    texts.some((text) => text.length) ? texts.filter((text) => text.length) : texts.slice(0, 1);
  if (block.kind === 'list') return { ...block, items: filled(block.items) };
  return block.kind === 'box' ? { ...block, paragraphs: filled(block.paragraphs) } : block;
}

function $selected(selection: BaseSelection | null): Selected | null {
  if ($isNodeSelection(selection)) {
    const blocks = selection.getNodes().flatMap((node) => $blockOf($topOf(node) ?? node) ?? []);
    return blocks.length ? { blocks: blocks.map(withoutProposals) } : null;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const leaves = new Set(selection.getNodes().flatMap((node) => $leafOf(node)?.getKey() ?? []));
  const leaf = $leafOf(selection.anchor.getNode());
  const oneLine = leaf !== null && leaves.size === 1 && leaves.has(leaf.getKey()) && $isElementNode(leaf);
  return oneLine ? { text: $textOf(leaf, $cutFor(selection)) } : { blocks: $blocksIn(selection) };
}

function textsIn(selected: Selected): readonly Text[] {
  return 'text' in selected ? [selected.text] : selected.blocks.flatMap(linesOf);
}

function linesOf(block: Block): readonly Text[] {
  const texts = textsOfBlock(block).map(({ text }) => text);
  return texts.filter((text) => text.length > 0);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const TAG = { bold: 'b', italic: 'i', superscript: 'sup', subscript: 'sub' } as const;

function runHtml({ text, marks = [], link }: Run): string {
  const marked = marks.reduce((inner, mark) => `<${TAG[mark]}>${inner}</${TAG[mark]}>`, escape(text));
  return link ? `<a href="${escape(link)}">${marked}</a>` : marked;
}

const html = (text: Text) => text.map(runHtml).join('');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'question':
      return `<p><b>${html(block.text)}</b></p>`;
    case 'subhead':
      return `<h2>${html(block.text)}</h2>`;
    case 'pullQuote':
      return `<blockquote><p>${html(block.quote)}</p><p>${html(block.attribution)}</p></blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</${tag}>`;
    }
    default:
      return linesOf(block)
        .map((text) => `<p>${html(text)}</p>`)
        .join('');
  }
}

/** What a copy puts on the clipboard: our own blocks, HTML for word processors, plain text; every slot's text in each. */
export const CopyExtension = defineExtension({
  name: 'galley/copy',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        [OWN_TYPE]: [
          (selection) => {
            const selected = $selected(selection);
            return selected && writeOwn(selected);
          },
        ],
        'application/x-lexical-editor': [() => null],
        'text/html': [
          (selection) => {
            const selected = $selected(selection);
            if (!selected) return null;
            return 'text' in selected ? html(selected.text) : selected.blocks.map(blockHtml).join('');
          },
        ],
        'text/plain': [
          (selection) => {
            const selected = $selected(selection);
            return selected ? textsIn(selected).map(plainText).join('\n') : '';
          },
        ],
      },
    }),
  ],
});
