import type {
  InitialItem,
  PictureItem,
  PlanItem,
  PlannedLine,
  PrintPlan,
  RuleItem,
  TextItem,
  TintItem,
} from '../../print/plan';
import { END_MARK } from '../../print/token-width';
import { assertNever } from '../../result';
import { lineSource } from './line-source';
import { literal, settable } from './literal';
import { FACES, OLD_STYLE } from './widths-source';

/** The query that gives the place of every line: [number, page, x, y of the baseline], in points. */
export const PLACES = '<places>';

/**
 * A plan as a source for the compiler: it only paints, every line ends where the plan ends it. `files` are the pictures
 * that are there; any other is a grey field.
 */
export function pageSource(plan: PrintPlan, files: readonly string[]): string {
  const painter = new Painter(files);
  const pages = plan.pages.map((page) => page.items.map((item) => painter.item(item)).join(''));
  return [
    setUp(plan),
    pages.join('#pagebreak()\n'),
    // The compiler lays the page out once more to answer it.
    `#context place(top + left, [#metadata(query(<w>).map(m => { let p = m.location().position(); (m.value, p.page, p.x.pt(), p.y.pt()) }))${PLACES}])`,
    '',
  ].join('\n');
}

/** An item of a plan by itself. */
export interface ItemSource {
  readonly source: string;
  /** Where its corner stands on the page, from where it stands in its own drawing. In points. */
  readonly dx: number;
  readonly dy: number;
}

/** Air round an item in its own drawing, in points: punctuation and list marks hang out of a text. */
const ITEM_AIR = 72;

/** The source of one item: alike for items that look alike, wherever on a page they stand. */
export function itemSource(item: PlanItem): ItemSource {
  const source = new Painter([]).item({ ...item, x: ITEM_AIR, y: ITEM_AIR });
  return { source, dx: item.x - ITEM_AIR, dy: item.y - ITEM_AIR };
}

/** A source with one page to each of the items. */
export function itemsSource(plan: PrintPlan, items: readonly string[]): string {
  const sheet = { ...plan, width: plan.width + 2 * ITEM_AIR, height: plan.height + 2 * ITEM_AIR };
  return `${setUp(sheet)}\n${items.join('#pagebreak()\n')}`;
}

function setUp({ width, height, inks, language, title, author }: PrintPlan): string {
  const [lang = 'en'] = /^[a-z]{2,3}\b/.exec(language.toLowerCase()) ?? [];
  const ink = (name: string, [c, m, y, k]: PrintPlan['inks']['tint']) =>
    `#let ${name} = cmyk(${c}%, ${m}%, ${y}%, ${k}%)`;
  const said = (words: string, none: string) => (settable(words).trim() ? literal(settable(words).trim()) : none);
  return `${FACES}
#let black = cmyk(0%, 0%, 0%, 100%)
#let grey = cmyk(0%, 0%, 0%, 62%)
#let red = cmyk(0%, 100%, 95%, 8%)
${ink('accent', inks.accent)}
${ink('tint', inks.tint)}
#set document(title: ${said(title, 'none')}, author: ${said(author, '()')}, date: none)
#set page(width: ${points(width)}, height: ${points(height)}, margin: 0pt)
#set text(lang: ${literal(lang)}, fill: black, hyphenate: false, overhang: true, fallback: true, number-type: "lining")
#set par(spacing: 0pt, leading: 0pt, linebreaks: "optimized", justification-limits: (spacing: (min: 50%, max: 160%), tracking: (min: -0.014em, max: 0.022em)))
#set block(spacing: 0pt)
#show heading: it => it.body
#let J = linebreak(justify: true)
#let L = linebreak()
#let M(n) = [#metadata(n)<w>]
#let F(n) = box(M(n))
#let s(..a, t) = text(..a, t)
#let raised(shift, s) = text(size: 0.64em, baseline: shift, top-edge: "baseline", bottom-edge: "baseline", s)
#let E = h(${END_MARK.gap}pt) + box(rect(width: ${END_MARK.side}pt, height: ${END_MARK.side}pt, fill: black, stroke: none))
#let at(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
#let T(x, y, w, leading, baseline, face, size, weight, style, ink, alignment, justify, body, marker: none, hang: 0, level: 0, figures: "lining") = at(x, y, block(width: w * 1pt, breakable: false, {
  set par(justify: justify)
  set align(alignment)
  let look = (..faces.at(face), size: size * 1pt, weight: weight, style: style, number-type: figures, fill: ink, top-edge: baseline * 1pt, bottom-edge: (baseline - leading) * 1pt)
  // The look of a heading is set inside it: its own size would multiply ours.
  if level > 0 { heading(level: level, { set text(..look); body }) } else {
    set text(..look)
    if marker != none { place(dx: -hang * 1pt, marker) }
    body
  }
}))
#let H(x, y, length, upright, weight, ink) = at(x, y, pdf.artifact(line(angle: if upright { 90deg } else { 0deg }, length: length * 1pt, stroke: weight * 1pt + ink)))
#let B(x, y, w, h) = at(x, y, pdf.artifact(rect(width: w * 1pt, height: h * 1pt, fill: tint, stroke: none)))
`;
}

class Painter {
  #marks = 0;
  readonly #files: ReadonlySet<string>;

  constructor(files: readonly string[]) {
    this.#files = new Set(files);
  }

  item(item: PlanItem): string {
    switch (item.kind) {
      case 'text':
        return this.#text(item);
      case 'initial':
        return initial(item);
      case 'picture':
        return picture(item, item.path !== null && this.#files.has(item.path));
      case 'rule':
        return rule(item);
      case 'tint':
        return tint(item);
      default:
        return assertNever(item);
    }
  }

  /**
   * A ragged text gets twice its measure: its lines are already parted, and one that comes out a hair wider than its
   * words one by one (kerning across spaces, a face that stands in for another) must not be parted once more.
   */
  #text(item: TextItem): string {
    const { type, lines, role } = item;
    const justify = lines.some(({ justified }) => justified);
    const body = lines
      .map(
        (line, at) =>
          strut(item, line) +
          this.#line(line, at === lines.length - 1 && !line.justified) +
          (line.justified ? '#J' : at < lines.length - 1 ? '#L' : ''),
      )
      .join('\n');
    const level = item.continues ? 0 : role === 'headline' ? 1 : role === 'subhead' ? 2 : 0;
    const room = justify ? 0 : item.width;
    const x = item.x - room * { left: 0, center: 0.5, right: 1 }[item.align];
    const numbers = [x, item.y, item.width + room, item.leading, item.baseline].map(number);
    const look = [
      `"${type.face}"`,
      number(type.size),
      type.weight,
      `"${type.italic ? 'italic' : 'normal'}"`,
      item.ink,
      item.align,
      justify,
    ];
    const marker =
      item.marker === undefined ? '' : `, marker: ${literal(item.marker.text)}, hang: ${number(item.marker.hang)}`;
    const figures = type.figures === 'old-style' ? `, figures: ${OLD_STYLE}` : '';
    const call = `#T(${[...numbers, ...look].join(', ')}${marker}${figures}${level > 0 ? `, level: ${level}` : ''})[${body}]\n`;
    return item.furniture ? `#pdf.artifact[${call.trimEnd()}]\n` : call;
  }

  /** A mark that ends a paragraph would be moved behind it; in a box it stays behind its word. */
  #line(line: PlannedLine, ends: boolean): string {
    const before = line.indent > 0 ? `#h(${number(line.indent)}pt)` : '';
    return before + lineSource(line, `#${ends ? 'F' : 'M'}(${this.#marks++})`);
  }
}

/** Raised figures have no height of their own: a line of nothing else gets its height from a box without width. */
function strut({ leading, baseline }: TextItem, { tokens }: PlannedLine): string {
  if (tokens.some(({ fragments }) => fragments.some(({ style }) => !style.raise))) return '';
  return `#box(width: 0pt, height: ${number(leading)}pt, baseline: ${number(leading - baseline)}pt)`;
}

function initial({ letter, x, y, type }: InitialItem): string {
  return `#T(${[x, y - type.size, type.size, type.size, type.size].map(number).join(', ')}, "${type.face}", ${number(type.size)}, ${type.weight}, "normal", black, left, false)[#${literal(letter)}]\n`;
}

function picture({ path, alt, x, y, width, height }: PictureItem, there: boolean): string {
  const box = `width: ${number(width)}pt, height: ${number(height)}pt`;
  return path === null || !there
    ? `#at(${number(x)}, ${number(y)}, rect(${box}, fill: tint, stroke: none))\n`
    : `#at(${number(x)}, ${number(y)}, image(${literal(path)}, ${box}, fit: "cover", alt: ${literal(alt)}))\n`;
}

function rule({ x, y, length, upright, weight, ink }: RuleItem): string {
  return `#H(${number(x)}, ${number(y)}, ${number(length)}, ${upright}, ${weight}, ${ink})\n`;
}

function tint({ x, y, width, height }: TintItem): string {
  return `#B(${[x, y, width, height].map(number).join(', ')})\n`;
}

/** To a thousandth of a point. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function points(value: number): string {
  return `${number(value)}pt`;
}
