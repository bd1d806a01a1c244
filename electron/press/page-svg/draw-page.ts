import { operationsOf } from '../press-pdf/operations';
import { screenColour } from './colour';
import { GlyphRuns } from './glyph-runs';
import { fillOf, NO_FILL, START, strokeOf } from './graphics';
import type { Graphics } from './graphics';
import type { Matrix } from './matrix';
import { IDENTITY, compose, matrixOf, short, transformOf } from './matrix';
import { isDictionary, numbersOf } from './pdf-objects';
import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects';
import type { PageFont } from './page-fonts';
import type { SvgBytes } from './svg-bytes';

/** What the pages of one file share. */
export interface PageResources {
  readonly objects: PdfObjects;
  font(resource: PdfValue | undefined): PageFont;
  /** The address of a picture, or null for a kind that the screen does not show by itself. */
  picture(resource: PdfValue | undefined): string | null;
}

/** A picture that stands in the PDF as anything but a JPEG shows as its grey room. */
const GREY = '#c9c5bf';

/** Draws the content of a page into `out` as elements of an SVG whose y runs downwards from the top of the sheet. */
export class PageDrawing {
  readonly #stack: Graphics[] = [];
  #now: Graphics = START;
  #path = '';
  #clip = false;
  #clips = 0;
  #font: PageFont | null = null;
  #size = 0;
  #line: Matrix = IDENTITY;
  #text: Matrix = IDENTITY;
  /** How letters are shown (Tr): 0 filled, 1 as outlines, 2 both, 3 not at all: text that is there to be searched. */
  #mode = 0;
  readonly #runs: GlyphRuns;

  constructor(
    private readonly out: SvgBytes,
    private readonly shared: PageResources,
    private readonly resources: PdfDictionary,
    height: number,
    private readonly name = 'clip',
  ) {
    this.#now = { ...this.#now, matrix: [1, 0, 0, -1, 0, height] };
    this.#runs = new GlyphRuns(out);
  }

  draw(content: string): void {
    for (const { operator, operands } of operationsOf(content)) {
      if (operator === 'TJ' || operator === 'Tj') this.#show(operands[0] ?? '');
      else this.#obey(operator, operands);
    }
    this.#runs.end();
    while (this.#stack.length > 0) this.#restore();
    this.out.text('</g>'.repeat(this.#now.groups));
  }

  #obey(operator: string, operands: readonly string[]): void {
    const numbers = () => operands.filter((one) => !one.startsWith('/')).map(Number);
    const set = (change: Partial<Graphics>) => (this.#now = { ...this.#now, ...change });
    switch (operator) {
      case 'q':
        this.#stack.push(this.#now);
        set({ groups: 0 });
        break;
      case 'Q':
        this.#restore();
        break;
      case 'cm':
        set({ matrix: compose(matrixOf(numbers()), this.#now.matrix) });
        break;
      case 'g':
      case 'rg':
      case 'k':
      case 'sc':
      case 'scn':
        set({ fill: screenColour(numbers()) });
        break;
      case 'G':
      case 'RG':
      case 'K':
      case 'SC':
      case 'SCN':
        set({ stroke: screenColour(numbers()) });
        break;
      case 'w':
        set({ width: numbers()[0] ?? 1 });
        break;
      case 'd':
        set({ dash: (operands[0] ?? '').replace(/[[\]]/g, ' ').trim() });
        break;
      case 'gs':
        set(this.#opacities(operands[0] ?? ''));
        break;
      case 'Do':
        this.#runs.end();
        this.#place(operands[0] ?? '');
        break;
      default:
        if (!this.#pathOperation(operator, numbers)) this.#textOperation(operator, operands, numbers);
    }
  }

  #restore(): void {
    if (this.#now.groups > 0) {
      this.#runs.end();
      this.out.text('</g>'.repeat(this.#now.groups));
    }
    this.#now = this.#stack.pop() ?? this.#now;
  }

  #opacities(name: string): Partial<Graphics> {
    const { objects } = this.shared;
    const states = objects.dictionary(this.resources.entries.get('/ExtGState'));
    const state = objects.dictionary(states.entries.get(name)).entries;
    const [fill, stroke] = [objects.resolve(state.get('/ca')), objects.resolve(state.get('/CA'))];
    return {
      ...(fill === undefined ? {} : { fillOpacity: Number(fill) }),
      ...(stroke === undefined ? {} : { strokeOpacity: Number(stroke) }),
    };
  }

  #pathOperation(operator: string, numbers: () => readonly number[]): boolean {
    const step = PATH_STEPS[operator];
    if (step !== undefined) {
      this.#path += step + numbers().map(short).join(' ');
      return true;
    }
    const [x = 0, y = 0, width = 0, height = 0] = operator === 're' ? numbers() : [];
    switch (operator) {
      case 're':
        this.#path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
        return true;
      case 'h':
        this.#path += 'z';
        return true;
      case 'W':
      case 'W*':
        this.#clip = true;
        return true;
      default:
        if (!PAINT.has(operator)) return false;
        this.#paint(operator);
        return true;
    }
  }

  #paint(operator: string): void {
    this.#runs.end();
    const { matrix, width, dash } = this.#now;
    const fills = /^[fFbB]/.test(operator);
    const strokes = /^[sSbB]/.test(operator);
    if (/^[sb]/.test(operator)) this.#path += 'z';
    if (this.#path && (fills || strokes)) {
      const rule = operator.endsWith('*') ? ' fill-rule="evenodd"' : '';
      const line = strokes ? `${strokeOf(this.#now, width)}${dash ? ` stroke-dasharray="${dash}"` : ''}` : '';
      this.out.text(
        `<path ${transformOf(matrix)}${fills ? fillOf(this.#now) : NO_FILL}${rule}${line} d="${this.#path}"/>`,
      );
    }
    if (this.#clip) {
      const id = `${this.name}${(this.#clips += 1)}`;
      this.out.text(
        `<clipPath id="${id}"><path ${transformOf(matrix)} d="${this.#path}"/></clipPath><g clip-path="url(#${id})">`,
      );
      this.#now = { ...this.#now, groups: this.#now.groups + 1 };
    }
    this.#path = '';
    this.#clip = false;
  }

  #textOperation(operator: string, operands: readonly string[], numbers: () => readonly number[]): void {
    const move = ([x = 0, y = 0]: readonly number[]) => {
      this.#line = this.#text = compose([1, 0, 0, 1, x, y], this.#line);
    };
    switch (operator) {
      case 'BT':
        this.#line = this.#text = IDENTITY;
        break;
      case 'Tm':
        this.#line = this.#text = matrixOf(numbers());
        break;
      case 'Td':
        move(numbers());
        break;
      case 'Tr':
        this.#mode = numbers()[0] ?? 0;
        break;
      case 'Tf': {
        const fonts = this.shared.objects.dictionary(this.resources.entries.get('/Font'));
        this.#font = this.shared.font(fonts.entries.get(operands[0] ?? ''));
        this.#size = Number(operands[1]);
        break;
      }
      default:
      // Marks for readers (BDC, EMC …) and the finer points of lines (M, J, j, i, ri) do not show on a screen.
    }
  }

  #show(operand: string): void {
    if (!this.#font) return;
    const text = { font: this.#font, size: this.#size, matrix: this.#text, mode: this.#mode };
    this.#text = compose([1, 0, 0, 1, this.#runs.show(operand, text, this.#now), 0], this.#text);
  }

  #place(name: string): void {
    const { objects } = this.shared;
    const named = objects.dictionary(this.resources.entries.get('/XObject')).entries.get(name);
    const head = objects.dictionary(named).entries;
    if (head.get('/Subtype') === '/Form') {
      this.#drawForm(named, head);
      return;
    }
    const address = this.shared.picture(named);
    // A picture fills the unit square, its first row at the top.
    const place = transformOf(compose([1, 0, 0, -1, 0, 1], this.#now.matrix));
    this.out.text(
      address
        ? `<image ${place} width="1" height="1" preserveAspectRatio="none" href="${address}"/>`
        : `<rect ${place} width="1" height="1" fill="${GREY}"/>`,
    );
  }

  #drawForm(form: PdfValue | undefined, head: ReadonlyMap<string, PdfValue>): void {
    const { objects } = this.shared;
    const resources = objects.resolve(head.get('/Resources'));
    const inner = new PageDrawing(
      this.out,
      this.shared,
      isDictionary(resources) ? resources : this.resources,
      0,
      this.name,
    );
    inner.#now = {
      ...this.#now,
      groups: 0,
      matrix: compose(matrixOf(numbersOf(objects.list(head.get('/Matrix')))), this.#now.matrix),
    };
    inner.#clips = this.#clips + 1000;
    inner.draw(Buffer.from(objects.stream(form)).toString('latin1'));
  }
}

const PATH_STEPS: { readonly [operator: string]: string } = { m: 'M', l: 'L', c: 'C' };
const PAINT: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'n']);
