import type { SuggestionMark } from '../../interview/suggestions';
import type { Thread } from '../../interview/threads';
import { NS } from '../../docx/namespaces';
import { bookmarkOf } from '../../docx/bookmarks';
import { styleId } from '../../docx/style-ids';
import { element, xmlText, XML_HEAD } from '../hand-off/xml';
import { CommentRanges } from './comment-ranges';
import { pictureXml } from './picture-xml';
import type { DocxPicture } from './picture-xml';
import type { DocumentContent, ManuscriptParagraph } from './content';
import { cleanedText, dateOf, linkOf, lookXml } from './run-xml';
import type { Span } from './spans';

export interface DocumentPartInput {
  readonly parts: readonly DocumentContent[];
  readonly threads: readonly Thread[];
  /** By the id of their photo block. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  readonly hasHeader?: boolean;
}

export interface DocumentPart {
  readonly xml: string;
  /** The addresses of the links, in the order of their relationships. */
  readonly links: readonly string[];
}

/** How a link's relationship goes by. */
export function linkId(index: number): string {
  return `rIdLink${index + 1}`;
}

export function pictureId(index: number): string {
  return `rIdPicture${index + 1}`;
}

export const FOOTER_ID = 'rIdFooter';
export const HEADER_ID = 'rIdHeader';

/** word/document.xml: the paragraphs with their proposals, the ranges of the comments, the bookmarks of the places. */
export function documentPart({ parts, threads, pictures, hasHeader }: DocumentPartInput): DocumentPart {
  const writer = new DocumentWriter(pictures, new CommentRanges(threads, parts));
  const body = parts.map((part) => writer.part(part)).join('');
  const section = element('w:sectPr', {}, [
    hasHeader ? element('w:headerReference', { 'w:type': 'default', 'r:id': HEADER_ID }) : '',
    element('w:footerReference', { 'w:type': 'default', 'r:id': FOOTER_ID }),
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    element('w:pgMar', {
      'w:top': 1417,
      'w:right': 1417,
      'w:bottom': 1417,
      'w:left': 1417,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
  ]);
  const { w, r, wp, a, pic, mc, w14, w15 } = NS;
  const names = Object.fromEntries(
    Object.entries({ w, r, wp, a, pic, mc, w14, w15 }).map(([prefix, name]) => [`xmlns:${prefix}`, name]),
  );
  const root = { ...names, 'mc:Ignorable': 'w14 w15' };
  return { xml: XML_HEAD + element('w:document', root, element('w:body', {}, body + section)), links: writer.links };
}

class DocumentWriter {
  readonly links: string[] = [];
  private annotation = 1000;
  private readonly pictureIds: ReadonlyMap<string, string>;
  private readonly bookmarks = new Set<string>();

  constructor(
    private readonly pictures: ReadonlyMap<string, DocxPicture>,
    private readonly comments: CommentRanges,
  ) {
    this.pictureIds = new Map([...pictures.keys()].map((block, index) => [block, pictureId(index)]));
  }

  part(part: DocumentContent): string {
    switch (part.kind) {
      case 'note':
        return element('w:p', {}, [
          element('w:pPr', {}, element('w:pStyle', { 'w:val': part.style })),
          ...part.spans.map((span) => this.run(span)),
        ]);
      case 'locked':
        return element('w:sdt', {}, [
          element('w:sdtPr', {}, [
            element('w:tag', { 'w:val': part.tag }),
            element('w:lock', { 'w:val': 'sdtContentLocked' }),
          ]),
          element(
            'w:sdtContent',
            {},
            part.parts.map((each) => this.part(each)),
          ),
        ]);
      case 'picture': {
        const picture = this.pictures.get(part.block.id);
        const relation = this.pictureIds.get(part.block.id);
        if (!picture || relation === undefined) return '';
        const drawing = element('w:r', {}, pictureXml(picture, relation, this.annotation++, part.block.alt));
        const inside = this.comments.opened(part, -1) + drawing + this.comments.closed(part, -1);
        return element('w:p', {}, [
          element('w:pPr', {}, element('w:pStyle', { 'w:val': PICTURE_STYLE })),
          this.bookmarked(bookmarkOf({ block: part.block.id, part: 'block' }), inside),
        ]);
      }
      case 'paragraph':
        return this.paragraph(part);
    }
  }

  private paragraph(part: ManuscriptParagraph): string {
    const { style, place, label, spans, ins, del, was, list, move } = part;
    const end = [
      ins ? element('w:ins', this.by(ins)) : '',
      del ? element('w:del', this.by(del)) : '',
      move?.way === 'from' ? element('w:moveFrom', this.by(move.mark)) : '',
      move?.way === 'to' ? element('w:moveTo', this.by(move.mark)) : '',
    ].join('');
    const properties = element('w:pPr', {}, [
      element('w:pStyle', { 'w:val': part.styleId ?? styleId(style) }),
      list
        ? element('w:numPr', {}, [
            element('w:ilvl', { 'w:val': 0 }),
            element('w:numId', { 'w:val': list.ordered ? FIRST_ORDERED + list.group : BULLETS }),
          ])
        : '',
      end === '' ? '' : element('w:rPr', {}, end),
      was
        ? element(
            'w:pPrChange',
            this.by(was),
            element('w:pPr', {}, element('w:pStyle', { 'w:val': styleId(was.style) })),
          )
        : '',
    ]);
    const words = spans.map(
      (span, at) => this.comments.opened(part, at) + this.span(span, move) + this.comments.closed(part, at),
    );
    const inside = this.comments.opened(part, -1) + words.join('') + this.comments.closed(part, -1);
    const named = move?.way === 'from' ? null : place && bookmarkOf(place);
    const head = label === undefined ? '' : this.label(label, part);
    const content = properties + head + this.bookmarked(named, inside);
    return move ? this.moved(move, content) : element('w:p', {}, content);
  }

  private moved(move: NonNullable<ManuscriptParagraph['move']>, content: string): string {
    const name = move.way === 'from' ? 'w:moveFrom' : 'w:moveTo';
    const id = this.annotation++;
    const { 'w:author': author, 'w:date': date } = this.by(move.mark);
    return [
      element(`${name}RangeStart`, { 'w:id': id, 'w:name': move.name, 'w:author': author, 'w:date': date }),
      element('w:p', {}, content),
      element(`${name}RangeEnd`, { 'w:id': id }),
    ].join('');
  }

  /** A label of a paragraph that is proposed as a whole comes and goes with it. */
  private label(label: string, { del, spans, move }: ManuscriptParagraph): string {
    const all = (pick: (span: Span) => SuggestionMark | undefined) => {
      const first = spans[0] && pick(spans[0]);
      return first && spans.every((span) => pick(span)) ? first : undefined;
    };
    const ins = all((span) => span.ins);
    const span: Span = { text: label, look: '', ...(del ? { del } : {}), ...(ins && !move ? { ins } : {}) };
    return this.span(span, move, element('w:rStyle', { 'w:val': styleId('label') }));
  }

  private bookmarked(name: string | null, inside: string): string {
    if (name === null || this.bookmarks.has(name)) return inside;
    this.bookmarks.add(name);
    const id = this.annotation++;
    return (
      element('w:bookmarkStart', { 'w:id': id, 'w:name': name }) + inside + element('w:bookmarkEnd', { 'w:id': id })
    );
  }

  private span(span: Span, move?: ManuscriptParagraph['move'], style = ''): string {
    const link = linkOf(span.look);
    let xml = this.run(span, style);
    if (span.del) xml = element('w:del', this.by(span.del), xml);
    if (span.ins) xml = element('w:ins', this.by(span.ins), xml);
    if (move?.way === 'from') xml = element('w:moveFrom', this.by(move.mark), xml);
    if (move?.way === 'to' && !span.ins) xml = element('w:moveTo', this.by(move.mark), xml);
    if (link === '') return xml;
    return element('w:hyperlink', { 'r:id': linkId(this.linkNumber(link)), 'w:history': 1 }, xml);
  }

  private linkNumber(link: string): number {
    const known = this.links.indexOf(link);
    return known >= 0 ? known : this.links.push(link) - 1;
  }

  private run(span: Span, style = ''): string {
    const was = span.was ? element('w:rPrChange', this.by(span.was), element('w:rPr', {}, lookXml(span.was.look))) : '';
    const properties = style + lookXml(span.look) + was;
    const name = span.del ? 'w:delText' : 'w:t';
    return element('w:r', {}, [
      properties === '' ? '' : element('w:rPr', {}, properties),
      `<${name} xml:space="preserve">${xmlText(cleanedText(span.text))}</${name}>`,
    ]);
  }

  private by({ by, at }: SuggestionMark) {
    return { 'w:id': this.annotation++, 'w:author': by, 'w:date': dateOf(at) };
  }
}

export const PICTURE_STYLE = 'GalleyPicture';

/** The numbers of the lists in numbering.xml. */
export const BULLETS = 1;
export const FIRST_ORDERED = 100;
