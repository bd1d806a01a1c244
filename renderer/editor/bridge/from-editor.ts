import { $getRoot, $getSlot, $isElementNode } from 'lexical';
import type { ElementNode, LexicalNode } from 'lexical';
import { formatByline, parseByline } from '../../../shared/interview/byline';
import { plainText } from '../../../shared/interview/text';
import type { Block, Interview, Signature, Text } from '../../../shared/interview/types';
import { BoxNode } from '../nodes/box';
import { $layoutOf, GalleryNode, GalleryPictureNode } from '../nodes/gallery';
import { $partIn, FIELD_SLOTS } from '../nodes/hosts';
import type { FieldName, SlotHostNode } from '../nodes/hosts';
import { BylineNode, ClosingNode } from '../nodes/lines';
import type { PartName } from '../nodes/lines';
import { $isListNode, $isOrdered } from '../nodes/list';
import { PhotoNode } from '../nodes/photo';
import { PullQuoteNode } from '../nodes/pull-quote';
import { $idOf, $isFiller, $restOf } from '../nodes/state';
import { $blockSuggestions, $pieceSuggestions } from '../nodes/suggestions';
import { AnswerNode, QuestionNode, SubheadNode } from '../nodes/text-blocks';
import { UnknownNode } from '../nodes/unknown';
import { isTextBlock } from '../nodes/where';
import { $textOf } from './runs';

/** Reads the text of one element: whole, or cut to a selection. */
export type ReadText = (leaf: ElementNode) => Text;

/** The fields of the piece that are typed in the editor. */
export type TypedFields = Pick<Interview, 'kicker' | 'headline' | 'standfirst' | 'byline'>;

function $part(host: SlotHostNode, part: PartName, read: ReadText): Text {
  const slot = $partIn(host, part);
  return slot ? read(slot) : [];
}

function $texts(node: ElementNode, read: ReadText): readonly Text[] {
  const texts = node
    .getChildren()
    .filter($isElementNode)
    .map((child) => read(child));
  return texts.length ? texts : [[]];
}

function kindOf(node: LexicalNode): 'question' | 'answer' | 'subhead' | 'closing' | 'paragraph' {
  if (node instanceof QuestionNode) return 'question';
  if (node instanceof AnswerNode) return 'answer';
  if (node instanceof SubheadNode) return 'subhead';
  return node instanceof ClosingNode ? 'closing' : 'paragraph';
}

function $pictureTexts(node: PhotoNode, read: ReadText) {
  const alt = plainText($part(node, 'alt', read));
  return { caption: $part(node, 'caption', read), credit: $part(node, 'credit', read), alt };
}

function $contents(
  node: LexicalNode,
  read: ReadText,
): { readonly kind: string; readonly [key: string]: unknown } | null {
  if (isTextBlock(node)) return { kind: kindOf(node), text: read(node) };
  if (node instanceof PhotoNode) return { kind: 'photo', span: 1, ...$pictureTexts(node, read) };
  if (node instanceof GalleryNode) {
    const pictures = node
      .getChildren()
      .filter((child) => child instanceof GalleryPictureNode)
      .map((child) => ({ ...$pictureTexts(child, read), ...$restOf(child) }));
    const common = { caption: $part(node, 'caption', read), credit: $part(node, 'credit', read) };
    return { kind: 'gallery', layout: $layoutOf(node), span: 2, pictures, ...common };
  }
  if (node instanceof PullQuoteNode) {
    return { kind: 'pullQuote', quote: $part(node, 'quote', read), attribution: $part(node, 'attribution', read) };
  }
  if (node instanceof BoxNode)
    return { kind: 'box', heading: $part(node, 'heading', read), paragraphs: $texts(node, read) };
  if ($isListNode(node)) return { kind: 'list', ordered: $isOrdered(node), items: $texts(node, read) };
  if (node instanceof UnknownNode) return { kind: 'unknown' };
  return null;
}

/** The block that a top node is; null for the byline and for the empty paragraph that only holds the caret. */
export function $blockOf(node: LexicalNode, read: ReadText = $textOf): Block | null {
  if (node instanceof BylineNode || ($isFiller(node) && isTextBlock(node) && node.getTextContentSize() === 0))
    return null;
  const contents = $contents(node, read);
  if (contents === null) return null;
  // The span of a photo and the raw data of an unknown block come from the rest.
  return { ...contents, id: $idOf(node), ...$restOf(node), ...$blockSuggestions(node) } as unknown as Block;
}

/** The whole body in order. */
function $body(): readonly Block[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => $blockOf(node) ?? []);
}

/** One head field; undefined when it is empty and was not there before. */
export function $field(name: FieldName): Text | undefined {
  const slot = $getSlot($getRoot(), FIELD_SLOTS[name]);
  const text = $isElementNode(slot) ? $textOf(slot) : [];
  const present = text.length > 0 || name === 'headline' || (slot !== null && $restOf(slot)['present'] === true);
  return present ? text : undefined;
}

/** The signatures of the byline. An unchanged line gives back what was read; in a changed one a name keeps its person. */
export function $byline(): readonly Signature[] {
  const node = $getRoot()
    .getChildren()
    .find((child) => child instanceof BylineNode);
  if (!node) return [];
  const line = plainText($textOf(node));
  const before = ($restOf(node)['signatures'] ?? []) as readonly Signature[];
  if (formatByline(before).normalize('NFC') === line) return before;
  return parseByline(line).map((signature) => {
    const known = before.find(({ name }) => name === signature.name);
    return known?.person === undefined ? signature : { ...signature, person: known.person };
  });
}

/** The piece as the editor has it; what is not typed here comes from `base`. */
export function $interview(base: Interview): Interview {
  const { kicker: _kicker, standfirst: _standfirst, suggestions: _suggestions, ...rest } = base;
  const kicker = $field('kicker');
  const standfirst = $field('standfirst');
  const suggestions = $pieceSuggestions($getRoot());
  return {
    ...rest,
    ...(kicker ? { kicker } : {}),
    headline: $field('headline') ?? [],
    ...(standfirst ? { standfirst } : {}),
    byline: $byline(),
    body: $body(),
    ...(suggestions ? { suggestions } : {}),
  };
}
