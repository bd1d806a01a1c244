import { BoxNode } from './box';
import { GalleryNode, GalleryPictureNode } from './gallery';
import { BylineNode, ClosingNode, PartNode } from './lines';
import { ItemNode, ListNode } from './list';
import { PhotoNode } from './photo';
import { PullQuoteNode } from './pull-quote';
import { AnswerNode, QuestionNode, SubheadNode } from './text-blocks';
import { UnknownNode } from './unknown';

/** Our own node types; paragraphs, lists and links are Lexical's. */
export const NODES = [
  AnswerNode,
  BoxNode,
  BylineNode,
  ClosingNode,
  GalleryNode,
  GalleryPictureNode,
  ItemNode,
  ListNode,
  PartNode,
  PhotoNode,
  PullQuoteNode,
  QuestionNode,
  SubheadNode,
  UnknownNode,
] as const;
