import { NS } from '../../docx/namespaces';
import { cleanCharacters } from '../../interview/normalise';
import { isSafeLink } from '../../interview/schema';
import type { SuggestionMark } from '../../interview/suggestions';
import type { ChangeMarks } from './change-marks';
import { LINE_BREAK, type DocxParagraph } from './document';
import { drawingIn } from './drawings';
import { Fields } from './fields';
import type { Findings } from './findings';
import { lookIn, lostLooks } from './looks';
import type { OpenParagraph } from './open-paragraph';
import type { Relationship } from './package';
import { alternative, childOf, childrenOf, isOn, nameOf, valueOf } from './parse-xml';
import type { Element } from './parse-xml';
import type { RangeMarks } from './range-marks';
import { styleWith } from './styles';
import type { DocxStyles } from './styles';

export interface InlineContext {
  readonly styles: DocxStyles;
  readonly relations: ReadonlyMap<string, Relationship>;
  /** The words of a footnote or endnote by kind and number: `footnote 3`. */
  readonly notes: ReadonlyMap<string, string>;
}

/** What the words that are read stand in. */
export interface Inline {
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
  readonly link?: string;
}

/** Reads what stands in paragraphs: words with their looks, links, changes and comments, and pictures. */
export class InlineReader {
  private readonly fields = new Fields();

  constructor(
    private readonly context: InlineContext,
    private readonly marks: ChangeMarks,
    private readonly ranges: RangeMarks,
    private readonly findings: Findings,
    /** Those that are read already. */
    private readonly paragraphs: readonly DocxParagraph[],
  ) {}

  /** Adds what stands in the element to the paragraph. */
  read(parent: Element, state: Inline, open: OpenParagraph): void {
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
          this.read(child, { ...state, ins: this.marks.of(child) }, open);
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.read(child, { ...state, del: this.marks.of(child) }, open);
          break;
        case 'w:hyperlink':
          this.read(child, { ...state, ...this.linkOf(child) }, open);
          break;
        case 'w:fldSimple':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          this.read(child, state, open);
          break;
        case 'mc:AlternateContent':
          this.read(alternative(child), state, open);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.findings.tell('docx-formula', 'loss', child.textContent ?? '');
          this.add(child.textContent ?? '', '', state, open);
          break;
        default:
          this.ranges.take(child, name, open);
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

  private run(element: Element, state: Inline, open: OpenParagraph): void {
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
  private commentPoint(id: string, open: OpenParagraph): void {
    const known = [...this.paragraphs.flatMap(({ spans }) => spans), ...open.spans];
    if (known.some(({ comments }) => comments?.includes(id))) return;
    const last = open.spans.at(-1);
    if (last) open.spans[open.spans.length - 1] = { ...last, comments: [...(last.comments ?? []), id] };
  }

  private drawing(element: Element, state: Inline, open: OpenParagraph): void {
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

  private add(
    text: string,
    look: string,
    state: Inline,
    open: OpenParagraph,
    was?: SuggestionMark & { look: string },
  ): void {
    const clean = cleanCharacters(text.replaceAll(LINE_BREAK, '\u0000')).normalize('NFC');
    const words = text.includes(LINE_BREAK) ? text.split(LINE_BREAK).map(cleanCharacters).join(LINE_BREAK) : clean;
    if (words === '') return;
    if (words.includes(LINE_BREAK) && (open.style.paragraph || open.places.length > 0))
      this.findings.count('docx-line-breaks');
    const { comments } = this.ranges;
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
