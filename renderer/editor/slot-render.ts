import { domOverride } from '@lexical/html';
import { ParagraphNode, RootNode } from 'lexical';
import type { LexicalNode } from 'lexical';
import { BoxNode } from './nodes/box';
import { BylineNode, ClosingNode } from './nodes/lines';
import { GalleryNode, GalleryPictureNode } from './nodes/gallery';
import { ListNode } from './nodes/list';
import { PhotoNode } from './nodes/photo';
import { PullQuoteNode } from './nodes/pull-quote';
import { $idOf, $promptOf } from './nodes/state';
import { AnswerNode, QuestionNode, SubheadNode } from './nodes/text-blocks';
import { UnknownNode } from './nodes/unknown';

const inHost = { $getSlotTargetElement: (_node: LexicalNode, _slot: string, dom: HTMLElement) => dom };

/** The common texts of a gallery stand below its pictures. */
const inCommon = {
  $getSlotTargetElement: (_node: LexicalNode, _slot: string, dom: HTMLElement) =>
    dom.querySelector<HTMLElement>(':scope > .galley-gallery-common') ?? dom,
};

function setData(dom: HTMLElement, name: string, value: string): void {
  if (value === '') delete dom.dataset[name];
  else if (dom.dataset[name] !== value) dom.dataset[name] = value;
}

/** The block's id for the outline and tests, and the template's question for the style sheet to show while it is empty. */
const asBlock = {
  $decorateDOM: (node: LexicalNode, _previous: LexicalNode | null, dom: HTMLElement) => {
    setData(dom, 'block', $idOf(node));
    setData(dom, 'prompt', $promptOf(node));
  },
};

/** How Lexical draws our blocks. One entry for each class: an override takes one class in practice. */
export const RENDERING = [
  domOverride([RootNode], inHost),
  domOverride([PhotoNode], { ...inHost, ...asBlock }),
  domOverride([GalleryPictureNode], inHost),
  domOverride([GalleryNode], { ...inCommon, ...asBlock }),
  domOverride([PullQuoteNode], { ...inHost, ...asBlock }),
  domOverride([BoxNode], { ...inHost, ...asBlock }),
  domOverride([ParagraphNode], asBlock),
  domOverride([AnswerNode], asBlock),
  domOverride([QuestionNode], asBlock),
  domOverride([SubheadNode], asBlock),
  domOverride([ClosingNode], asBlock),
  domOverride([BylineNode], asBlock),
  domOverride([ListNode], asBlock),
  domOverride([UnknownNode], asBlock),
];
