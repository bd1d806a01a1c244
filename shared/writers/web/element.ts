/**
 * A page as data: elements, texts and one data block. Nothing but render-page.ts turns it into characters,
 * so every text that a person wrote passes the one escaping function there.
 */
export type Markup = Element | DataBlock | string;

export interface Element {
  readonly kind: 'element';
  readonly name: ElementName;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** A JSON-LD block: data for machines that no browser runs. */
export interface DataBlock {
  readonly kind: 'data';
  readonly value: object;
}

/** An attribute that is undefined or false is not written; true is written as a name alone. */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined };

/** The elements that our pages are made of; script and style are not among them. */
export type ElementName =
  | VoidElementName
  | 'a' | 'article' | 'aside' | 'blockquote' | 'body' | 'cite' | 'div' | 'em' | 'figcaption' | 'figure' | 'footer'
  | 'h1' | 'h2' | 'h3' | 'h4' | 'head' | 'header' | 'html' | 'li' | 'main' | 'ol' | 'p' | 'picture' | 'section' | 'span'
  | 'strong' | 'sub' | 'sup' | 'time' | 'title' | 'ul'; // prettier-ignore

export type VoidElementName = 'br' | 'img' | 'link' | 'meta' | 'source';

/** An element; children that are undefined or false are left out, lists are flattened. */
export function element(name: ElementName, attributes: Attributes, ...children: readonly Child[]): Element {
  return { kind: 'element', name, attributes, children: children.flat().filter((child) => isMarkup(child)) };
}

export type Child = Markup | undefined | false | readonly (Markup | undefined | false)[];

export function dataBlock(value: object): DataBlock {
  return { kind: 'data', value };
}

function isMarkup(child: Markup | undefined | false): child is Markup {
  return child !== undefined && child !== false;
}
