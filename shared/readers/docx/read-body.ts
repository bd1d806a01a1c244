import type { Remark } from '../../checks/remark';
import type { SuggestionMark } from '../../interview/suggestions';
import { ChangeMarks } from './change-marks';
import type { DocxParagraph } from './document';
import { Findings } from './findings';
import { openParagraph } from './open-paragraph';
import { propertiesOf, styleOf } from './paragraph-properties';
import { alternative, childOf, childrenOf, nameOf } from './parse-xml';
import type { Element } from './parse-xml';
import { RangeMarks } from './range-marks';
import { InlineReader, type InlineContext } from './read-inline';

export interface BodyContext extends InlineContext {
  readonly numbering: ReadonlyMap<string, boolean>;
  /** Who and when for changes that do not say it. */
  readonly fallback: { readonly by: string; readonly at: number };
}

export interface ReadBody {
  readonly paragraphs: readonly DocxParagraph[];
  readonly remarks: readonly Remark[];
}

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

class BodyReader {
  readonly paragraphs: DocxParagraph[] = [];
  readonly findings = new Findings(this.paragraphs);
  private readonly ranges = new RangeMarks();
  private readonly marks: ChangeMarks;
  private readonly inline: InlineReader;

  constructor(private readonly context: BodyContext) {
    this.marks = new ChangeMarks(context.fallback);
    this.inline = new InlineReader(context, this.marks, this.ranges, this.findings, this.paragraphs);
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
          this.ranges.take(child, name);
      }
    }
  }

  private paragraph(element: Element, around: Around): void {
    const style = styleOf(element, this.context.styles);
    const open = openParagraph(style, this.ranges.atParagraph());
    this.inline.read(element, around, open);
    const { was, list, ...end } = propertiesOf(element, this.context, this.marks);
    const move = open.move ?? end.move;
    const ins = end.ins ?? around.ins;
    const del = end.del ?? around.del;
    this.paragraphs.push({
      style: style.paragraph,
      heading: style.heading,
      places: open.places,
      label: open.label,
      spans: open.spans,
      ...(ins ? { ins } : {}),
      ...(del ? { del } : {}),
      ...(was ? { was } : {}),
      ...(move ? { move } : {}),
      list,
      pictures: open.pictures,
      bold: open.words && open.bold,
      within: around.within,
    });
    for (const box of open.behind) this.blocks(box, { within: 'text-box' });
  }
}
