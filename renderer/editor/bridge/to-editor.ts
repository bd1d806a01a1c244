import { $create, $createParagraphNode, $getRoot, $getSlot, $setSlot } from 'lexical';
import type { ElementNode, LexicalNode } from 'lexical';
import { formatByline } from '../../../shared/interview/byline';
import { toText } from '../../../shared/interview/text';
import type { Block, GalleryPicture, Interview, Text } from '../../../shared/interview/types';
import { assertNever } from '../../../shared/result';
import { BoxNode } from '../nodes/box';
import { $createTextBlock } from '../nodes/convert';
import { GalleryNode, GalleryPictureNode } from '../nodes/gallery';
import { $fillSlots, $partIn, FIELD_NAMES, FIELD_SLOTS } from '../nodes/hosts';
import type { SlotHostNode } from '../nodes/hosts';
import { $createPart, BylineNode, PartNode } from '../nodes/lines';
import type { PartName } from '../nodes/lines';
import { $createList, ItemNode } from '../nodes/list';
import { PhotoNode } from '../nodes/photo';
import { PullQuoteNode } from '../nodes/pull-quote';
import { $setId, $setRest } from '../nodes/state';
import { $setBlockSuggestions, $setPieceSuggestions } from '../nodes/suggestions';
import { UnknownNode } from '../nodes/unknown';
import { $inlineNodes } from './runs';

function $fill<Node extends ElementNode>(node: Node, text: Text): Node {
  return node.append(...$inlineNodes(text));
}

function $host<Node extends SlotHostNode>(node: Node, texts: { readonly [Part in PartName]?: Text }): Node {
  $fillSlots(node);
  for (const part of node.parts) {
    const slot = $partIn(node, part);
    if (slot) $fill(slot, texts[part] ?? []);
  }
  return node;
}

/** The node of one picture of a gallery. */
export function $galleryPicture({ caption, credit, alt, ...rest }: GalleryPicture): GalleryPictureNode {
  const node = $host($create(GalleryPictureNode), { caption, credit, alt: toText(alt) });
  $setRest(node, rest);
  return node;
}

/** The node of a block, without id and rest. */
function $bare(block: Block): readonly [node: LexicalNode, rest: { readonly [key: string]: unknown }] {
  switch (block.kind) {
    case 'paragraph':
    case 'subhead':
    case 'question':
    case 'answer':
    case 'closing': {
      const { kind, id: _id, text, ...rest } = block;
      return [$fill($createTextBlock(kind), text), rest];
    }
    case 'photo': {
      const { kind: _kind, id: _id, caption, credit, alt, ...rest } = block;
      return [$host($create(PhotoNode), { caption, credit, alt: toText(alt) }), rest];
    }
    case 'gallery': {
      const { kind: _kind, id: _id, pictures, caption, credit, ...rest } = block;
      return [$host($create(GalleryNode), { caption, credit }).append(...pictures.map($galleryPicture)), rest];
    }
    case 'pullQuote': {
      const { kind: _kind, id: _id, quote, attribution, ...rest } = block;
      return [$host($create(PullQuoteNode), { quote, attribution }), rest];
    }
    case 'box': {
      const { kind: _kind, id: _id, heading, paragraphs, ...rest } = block;
      const node = $host($create(BoxNode), { heading });
      return [node.append(...paragraphs.map((text) => $fill($createParagraphNode(), text))), rest];
    }
    case 'list': {
      const { kind: _kind, id: _id, ordered, items, ...rest } = block;
      return [
        $createList(
          ordered,
          items.map((text) => $fill($create(ItemNode), text)),
        ),
        rest,
      ];
    }
    case 'unknown':
      return [$create(UnknownNode), { raw: block.raw }];
    default:
      return assertNever(block);
  }
}

/** The node of one block with everything that the block holds. */
export function $nodeOf(block: Block): LexicalNode {
  const [node, { suggestions: _suggestions, moved: _moved, ...rest }] = $bare(block);
  $setId(node, block.id);
  $setRest(node, rest);
  if (block.kind !== 'unknown') $setBlockSuggestions(node, block);
  return node;
}

/** Puts a whole interview into the root. The caret goes to the headline: a selection in a slot that is replaced would break the update. */
export function $fillRoot(interview: Interview): void {
  const root = $getRoot();
  for (const name of FIELD_NAMES) {
    const slot = $createPart(name);
    $setSlot(root, FIELD_SLOTS[name], slot);
    $fill(slot, interview[name] ?? []);
    // Whether an empty field is there or not is the only thing that its text does not tell.
    if (interview[name]?.length === 0) $setRest(slot, { present: true });
  }
  const byline = $fill($create(BylineNode), toText(formatByline(interview.byline)));
  $setRest(byline, { signatures: interview.byline });
  root.clear().append(...interview.body.map($nodeOf), byline);
  $setPieceSuggestions(root, interview.suggestions);
  const headline = $getSlot(root, FIELD_SLOTS.headline);
  if (headline instanceof PartNode) headline.selectEnd();
}
