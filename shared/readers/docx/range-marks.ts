import { placeOfBookmark } from '../../docx/bookmarks';
import type { Place } from '../../interview/visit';
import type { DocxParagraph } from './document';
import type { OpenParagraph } from './open-paragraph';
import { valueOf } from './parse-xml';
import type { Element } from './parse-xml';

type Move = NonNullable<DocxParagraph['move']>;

/** The ranges that are open where a document is being read. Their marks may stand in a paragraph and between two. */
export class RangeMarks {
  private readonly open = new Set<string>();
  private readonly moves = new Map<string, Move>();
  private waiting: Place[] = [];

  /** The comments about what is read now, by their number in the file. */
  get comments(): readonly string[] {
    return [...this.open];
  }

  /** What a new paragraph begins with: the places that were named before it, and the move it is part of. */
  atParagraph(): { readonly places: Place[]; readonly move: Move | undefined } {
    const places = this.waiting;
    this.waiting = [];
    return { places, move: [...this.moves.values()].at(-1) };
  }

  /** Takes a mark of this name, in the paragraph when there is one; anything else is passed over. */
  take(element: Element, name: string, open?: OpenParagraph): void {
    switch (name) {
      case 'w:bookmarkStart': {
        const place = placeOfBookmark(valueOf(element, 'name'));
        if (place) (open ? open.places : this.waiting).push(place);
        break;
      }
      case 'w:commentRangeStart':
        this.open.add(valueOf(element, 'id'));
        break;
      case 'w:commentRangeEnd':
        this.open.delete(valueOf(element, 'id'));
        break;
      case 'w:moveFromRangeStart':
      case 'w:moveToRangeStart': {
        const move = { name: valueOf(element, 'name'), way: name === 'w:moveFromRangeStart' ? 'from' : 'to' } as const;
        this.moves.set(`${name.slice(0, -5)} ${valueOf(element, 'id')}`, move);
        if (open) open.move ??= move;
        break;
      }
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeEnd':
        this.moves.delete(`${name.slice(0, -3)} ${valueOf(element, 'id')}`);
        break;
      default:
    }
  }
}
