import type { Remark } from '../../checks/remark';
import { placeOfBookmark } from '../../docx/bookmarks';
import { NS } from '../../docx/namespaces';
import type { SuggestionMark } from '../../interview/suggestions';
import { cleanCharacters } from '../../interview/normalise';
import { isSafeLink } from '../../interview/schema';
import type { Place } from '../../interview/visit';
import { ChangeMarks, changeIn } from './change-marks';
import type { DocxParagraph, DocxPicture, DocxSpan } from './document';
import { drawingIn } from './drawings';
import { Fields } from './fields';
import { Findings } from './findings';
import { lookIn, lostLooks } from './looks';
import type { Relationship } from './package';
import { childOf, childrenOf, isOn, nameOf, valueOf } from './parse-xml';
import type { Element } from './parse-xml';
import { styleWith } from './styles';
import type { DocxStyle, DocxStyles } from './styles';

export interface BodyContext {
  readonly styles: DocxStyles;
  readonly numbering: ReadonlyMap<string, boolean>;
  readonly relations: ReadonlyMap<string, Relationship>;
  /** The words of a footnote or endnote by kind and number: `footnote 3`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Who and when for changes that do not say it. */
  readonly fallback: { readonly by: string; readonly at: number };
}

export interface ReadBody {
  readonly paragraphs: readonly DocxParagraph[];
  readonly remarks: readonly Remark[];
}

/** Stands in the words for a line that was broken inside its paragraph. */
export const LINE_BREAK = '\n';

/** The paragraphs of a document's body in reading order; what no piece can hold is a remark with its place. */
export function readBody(body: Element, context: BodyContext): ReadBody {
  const reader = new BodyReader(context);
  reader.blocks(body, { within: null });
  return { paragraphs: reader.paragraphs, remarks: reader.findings.remarks() };
}

interface Around {
  readonly within: DocxParagraph['within'];
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
}

interface Inline {
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
  readonly link?: string;
}

/** The paragraph that is being read. */
interface Open {
  readonly style: DocxStyle;
  readonly within: DocxParagraph['within'];
  places: Place[];
  label: string;
  spans: DocxSpan[];
  pictures: DocxPicture[];
  bold: boolean;
  words: boolean;
  move?: DocxParagraph['move'];
  /** Paragraphs of text boxes: they stand behind the one that holds the box. */
  behind: Element[];
}

class BodyReader {
  readonly paragraphs: DocxParagraph[] = [];
  readonly findings = new Findings(this.paragraphs);
  private readonly comments = new Set<string>();
  private readonly moves = new Map<string, NonNullable<DocxParagraph['move']>>();
  private readonly marks: ChangeMarks;
  private waiting: Place[] = [];
  private readonly fields = new Fields();

  constructor(private readonly context: BodyContext) {
    this.marks = new ChangeMarks(context.fallback);
  }

  blocks(parent: Element, around: Around): void {
    for (const child of childrenOf(parent)) {
      const name = nameOf(child);
      switch (name) {
        case 'w:p':
          this.paragraph(child, around);
          break;
        case 'w:tbl':
          this.findings.tell('docx-table', 'loss', child.textContent ?? '');
          for (const row of childrenOf(child))
            if (nameOf(row) === 'w:tr')
              for (const cell of childrenOf(row))
                if (nameOf(cell) === 'w:tc') this.blocks(cell, { ...around, within: 'table' });
          break;
        case 'w:sdt': {
          const content = childOf(child, 'w:sdtContent');
          if (content) this.blocks(content, around);
          break;
        }
        case 'w:ins':
        case 'w:moveTo':
          this.blocks(child, { ...around, ins: this.marks.of(child) });
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.blocks(child, { ...around, del: this.marks.of(child) });
          break;
        case 'w:customXml':
        case 'w:smartTag':
          this.blocks(child, around);
          break;
        case 'mc:AlternateContent':
          this.blocks(alternative(child), around);
          break;
        case 'w:altChunk':
          this.findings.tell('docx-embedded', 'loss', '');
          break;
        default:
          this.between(child, name);
      }
    }
  }

  /** Marks that may stand between paragraphs as well as inside them. */
  private between(element: Element, name: string, open?: Open): void {
    switch (name) {
      case 'w:bookmarkStart': {
        const place = placeOfBookmark(valueOf(element, 'name'));
        if (place) (open ? open.places : this.waiting).push(place);
        break;
      }
      case 'w:commentRangeStart':
        this.comments.add(valueOf(element, 'id'));
        break;
      case 'w:commentRangeEnd':
        this.comments.delete(valueOf(element, 'id'));
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

  private paragraph(element: Element, around: Around): void {
    const properties = childOf(element, 'w:pPr');
    const styleElement = childOf(properties, 'w:pStyle');
    const style = styleWith(this.context.styles, styleElement ? valueOf(styleElement, 'val') : '');
    const move = [...this.moves.values()].at(-1);
    const open: Open = {
      style,
      within: around.within,
      places: this.waiting,
      label: '',
      spans: [],
      pictures: [],
      bold: true,
      words: false,
      behind: [],
      ...(move ? { move } : {}),
    };
    this.waiting = [];
    this.inline(element, around, open);
    const end = childOf(properties, 'w:rPr');
    const changed = childOf(properties, 'w:pPrChange');
    const [ins, del] = [changeIn(end, ['w:ins', 'w:moveTo']), changeIn(end, ['w:del', 'w:moveFrom'])].map((each) =>
      each ? this.marks.of(each) : undefined,
    );
    // LibreOffice writes no range round a move, only the marks.
    if (changeIn(end, ['w:moveTo'])) open.move ??= { name: '', way: 'to' };
    if (changeIn(end, ['w:moveFrom'])) open.move ??= { name: '', way: 'from' };
    const numbering = childOf(properties, 'w:numPr');
    const numId = numbering && childOf(numbering, 'w:numId');
    const listId = numId ? valueOf(numId, 'val') : '';
    const was = changed && this.formerStyle(changed);
    const endIns = ins ?? around.ins;
    const endDel = del ?? around.del;
    this.paragraphs.push({
      style: style.paragraph,
      heading: style.heading,
      places: open.places,
      label: open.label,
      spans: open.spans,
      ...(endIns ? { ins: endIns } : {}),
      ...(endDel ? { del: endDel } : {}),
      ...(was && was.style !== style.paragraph ? { was } : {}),
      ...(open.move ? { move: open.move } : {}),
      list:
        listId === '' || listId === '0' ? null : { id: listId, ordered: this.context.numbering.get(listId) === true },
      pictures: open.pictures,
      bold: open.words && open.bold,
      within: around.within,
    });
    for (const box of open.behind) this.blocks(box, { within: 'text-box' });
  }

  private formerStyle(change: Element): NonNullable<DocxParagraph['was']> {
    const former = childOf(childOf(change, 'w:pPr'), 'w:pStyle');
    const style = former ? styleWith(this.context.styles, valueOf(former, 'val')).paragraph : null;
    return { ...this.marks.of(change), style };
  }

  private inline(parent: Element, state: Inline, open: Open): void {
    for (const child of childrenOf(parent)) {
      const name = nameOf(child);
      switch (name) {
        case 'w:pPr':
        case 'w:sdtPr':
        case 'w:sdtEndPr':
          break;
        case 'w:r':
          this.run(child, state, open);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.inline(child, { ...state, ins: this.marks.of(child) }, open);
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.inline(child, { ...state, del: this.marks.of(child) }, open);
          break;
        case 'w:hyperlink':
          this.inline(child, { ...state, ...this.linkOf(child) }, open);
          break;
        case 'w:fldSimple':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          this.inline(child, state, open);
          break;
        case 'mc:AlternateContent':
          this.inline(alternative(child), state, open);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.findings.tell('docx-formula', 'loss', child.textContent ?? '');
          this.add(child.textContent ?? '', '', state, open);
          break;
        default:
          this.between(child, name, open);
      }
    }
  }

  private linkOf(element: Element): { readonly link?: string } {
    const id = element.getAttributeNS(NS.r, 'id') ?? '';
    const relation = this.context.relations.get(id);
    return relation?.outside ? this.checkedLink(relation.target) : {};
  }

  private checkedLink(target: string): { readonly link?: string } {
    const link = target.trim();
    if (link.length <= 4000 && isSafeLink(link)) return { link };
    this.findings.tell('docx-link', 'loss', link.slice(0, 200));
    return {};
  }

  private run(element: Element, state: Inline, open: Open): void {
    const properties = childOf(element, 'w:rPr');
    const styleElement = childOf(properties, 'w:rStyle');
    const style = styleWith(this.context.styles, styleElement ? valueOf(styleElement, 'val') : '');
    const hidden = isOn(properties, 'w:vanish') === true;
    const link = state.link ?? this.fieldLink();
    const look = lookIn(properties, style, link);
    const change = childOf(properties, 'w:rPrChange');
    const former = change && childOf(change, 'w:rPr');
    const formerStyle = former && childOf(former, 'w:rStyle');
    const was = change && {
      ...this.marks.of(change),
      look: lookIn(former, styleWith(this.context.styles, formerStyle ? valueOf(formerStyle, 'val') : ''), link),
    };
    for (const rule of lostLooks(properties, link !== undefined || style.hyperlink)) this.findings.count(rule);
    const add = (text: string) => {
      if (this.fields.isCode()) return;
      if (hidden) {
        if (text.trim() !== '') this.findings.tell('docx-hidden', 'loss', text);
        return;
      }
      if (style.character === 'label' && open.spans.length === 0) {
        if (!state.del) open.label += text;
        return;
      }
      if (text.trim() !== '') {
        open.words = true;
        if (!/bold/.test(look) && !open.style.bold) open.bold = false;
      }
      this.add(text, look, state, open, was);
    };
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      switch (name) {
        case 'w:t':
        case 'w:delText':
          add(child.textContent ?? '');
          break;
        case 'w:tab':
        case 'w:ptab':
          add(' ');
          break;
        case 'w:br':
          if (!['page', 'column'].includes(valueOf(child, 'type'))) add(LINE_BREAK);
          break;
        case 'w:cr':
          add(LINE_BREAK);
          break;
        case 'w:noBreakHyphen':
          add('\u2011');
          break;
        case 'w:sym':
          this.findings.tell('docx-symbol', 'loss', `${valueOf(child, 'font')} ${valueOf(child, 'char')}`);
          break;
        case 'w:fldChar':
          this.fields.step(valueOf(child, 'fldCharType'));
          break;
        case 'w:instrText':
          this.fields.instruct(child.textContent ?? '');
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
          this.findings.tell('docx-footnote', 'loss', this.context.notes.get(`${kind} ${valueOf(child, 'id')}`) ?? '');
          break;
        }
        case 'w:commentReference':
          this.commentPoint(valueOf(child, 'id'), open);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawing(child, state, open);
          break;
        case 'mc:AlternateContent':
          this.drawing(alternative(child), state, open);
          break;
        default:
      }
    }
  }

  /** A comment without a range hangs on the last words before it. */
  private commentPoint(id: string, open: Open): void {
    const known = [...this.paragraphs.flatMap(({ spans }) => spans), ...open.spans];
    if (known.some(({ comments }) => comments?.includes(id))) return;
    const last = open.spans.at(-1);
    if (last) open.spans[open.spans.length - 1] = { ...last, comments: [...(last.comments ?? []), id] };
  }

  private drawing(element: Element, state: Inline, open: Open): void {
    if (state.del) return;
    const { alt, picture, isOutside, box, isUnknown } = drawingIn(element, this.context.relations);
    if (picture) open.pictures.push(picture);
    if (isOutside) this.findings.tell('docx-picture-outside', 'loss', alt);
    if (box) {
      this.findings.tell('docx-text-box', 'note', box.textContent ?? '');
      open.behind.push(box);
    }
    if (isUnknown) this.findings.tell('docx-drawing', 'loss', alt);
  }

  private fieldLink(): string | undefined {
    const target = this.fields.link();
    return target === undefined ? undefined : this.checkedLink(target).link;
  }

  private add(text: string, look: string, state: Inline, open: Open, was?: SuggestionMark & { look: string }): void {
    const clean = cleanCharacters(text.replaceAll(LINE_BREAK, '\u0000')).normalize('NFC');
    const words = text.includes(LINE_BREAK) ? text.split(LINE_BREAK).map(cleanCharacters).join(LINE_BREAK) : clean;
    if (words === '') return;
    if (words.includes(LINE_BREAK) && (open.style.paragraph || open.places.length > 0))
      this.findings.count('docx-line-breaks');
    const comments = [...this.comments];
    open.spans.push({
      text: words.normalize('NFC'),
      look,
      ...(state.ins ? { ins: state.ins } : {}),
      ...(state.del ? { del: state.del } : {}),
      ...(was && was.look !== look ? { was } : {}),
      ...(comments.length > 0 ? { comments } : {}),
    });
  }
}

/** What a program that does not know the newer form shall read is the fallback; the choice holds the same words. */
function alternative(element: Element): Element {
  const children = childrenOf(element);
  return (
    children.find((child) => nameOf(child) === 'mc:Choice') ??
    children.find((child) => nameOf(child) === 'mc:Fallback') ??
    element
  );
}
