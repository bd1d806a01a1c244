/** Attributes of one element, by their names in the document. */
export interface Attributes {
  readonly [name: string]: string;
}

/**
 * What is drawn on elements of the editor through attributes, for the style sheet: Lexical does not look at them. Only what
 * differs from the last time is written, as each attribute written is a style that the browser works out again.
 */
export class DrawnAttributes {
  private drawn = new Map<HTMLElement, Attributes>();

  /** Shows these attributes, and takes off whatever else was drawn here before. */
  draw(wanted: ReadonlyMap<HTMLElement, Attributes>): void {
    for (const [element, before] of this.drawn) {
      const now = wanted.get(element) ?? {};
      for (const name of Object.keys(before)) if (now[name] === undefined) element.removeAttribute(name);
    }
    for (const [element, now] of wanted) {
      const before = this.drawn.get(element) ?? {};
      for (const [name, value] of Object.entries(now)) if (before[name] !== value) element.setAttribute(name, value);
    }
    this.drawn = new Map(wanted);
  }
}
