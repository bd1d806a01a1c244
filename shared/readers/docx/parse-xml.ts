import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';
import { NS, STRICT_W } from '../../docx/namespaces';
import type { Result } from '../../result';
import { failed, ok } from '../../result';
import { DEPTH_LIMIT } from '../limits';

export type { Element };

/** Elements in one part of a document. A book of a million characters has some 200,000; each costs memory and time. */
const MOST_ELEMENTS = 600_000;

export type XmlFailure = { readonly kind: 'xml-broken' | 'xml-doctype' | 'xml-too-large' };

/**
 * The root of a part. A document type is refused before anything is parsed: its entities could read files or fill the
 * memory, and no word processor writes one. What nests too deep or is too much is refused by counting, not by trying.
 */
export function parseXml(source: string): Result<Element, XmlFailure> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source)) return failed({ kind: 'xml-doctype' });
  const size = measure(source);
  if (size.depth > DEPTH_LIMIT || size.elements > MOST_ELEMENTS) return failed({ kind: 'xml-too-large' });
  try {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(source, 'text/xml').documentElement;
    return root ? ok(root) : failed({ kind: 'xml-broken' });
  } catch (error) {
    // The parser throws errors of its own and plain ones at broken XML; a bug of ours would be no Error of theirs.
    if (error instanceof Error) return failed({ kind: 'xml-broken' });
    throw error;
  }
}

function measure(source: string): { readonly depth: number; readonly elements: number } {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const next = source.charCodeAt(at + 1);
    if (next === SLASH) depth--;
    else if (next !== QUESTION && next !== EXCLAMATION) {
      elements++;
      const end = source.indexOf('>', at);
      if (end < 0 || source.charCodeAt(end - 1) !== SLASH) deepest = Math.max(deepest, ++depth);
    }
    if (deepest > DEPTH_LIMIT || elements > MOST_ELEMENTS) break;
  }
  return { depth: deepest, elements };
}

const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NS).map(([prefix, address]) => [address, prefix] as const),
  [STRICT_W, 'w'],
]);

/** `w:p` and the like under our own prefixes, whatever the file calls them; the bare name for foreign elements. */
export function nameOf(element: Element): string {
  const prefix = PREFIXES.get(element.namespaceURI ?? '');
  const local = element.localName ?? '';
  return prefix === undefined ? local : `${prefix}:${local}`;
}

/** An attribute of WordprocessingML; '' when it is not there. */
export function valueOf(element: Element, name: string): string {
  return element.getAttributeNS(NS.w, name) ?? element.getAttributeNS(STRICT_W, name) ?? '';
}

export function childrenOf(element: Element): readonly Element[] {
  const children: Element[] = [];
  for (let node: Node | null = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) children.push(node as Element);
  return children;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element && childrenOf(element).find((child) => nameOf(child) === name);
}

/** Whether a property of Word's is on: it stands there, and does not say that it is off. */
export function isOn(properties: Element | undefined, name: string): boolean | undefined {
  const found = childOf(properties, name);
  return found ? !['0', 'false', 'off'].includes(valueOf(found, 'val')) : undefined;
}

/** What a program that does not know the newer form shall read is the fallback; the choice holds the same words. */
export function alternative(element: Element): Element {
  const children = childrenOf(element);
  return (
    children.find((child) => nameOf(child) === 'mc:Choice') ??
    children.find((child) => nameOf(child) === 'mc:Fallback') ??
    element
  );
}
