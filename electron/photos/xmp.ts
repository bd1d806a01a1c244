import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';

/** The properties of an XMP packet by `prefix:Name`, with the prefixes of this table whatever the packet calls them. */
export type XmpProperties = ReadonlyMap<string, readonly string[]>;

const PREFIXES: { readonly [address: string]: string } = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://ns.adobe.com/exif/1.0/aux/': 'aux',
  'http://cipa.jp/exif/1.0/': 'exifEX',
  'http://purl.org/dc/terms/': 'dcterms',
};
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Null when the packet is no XML or brings a document type, whose entities could read files or fill the memory. */
export function readXmp(bytes: Uint8Array): XmpProperties | null {
  const packet = decodePacket(bytes).replace(/\0+$/, '').trim();
  if (packet === '' || /<!DOCTYPE|<!ENTITY/i.test(packet)) return null;
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(packet, 'text/xml');
    const properties = new Map<string, readonly string[]>();
    for (const description of Array.from(document.getElementsByTagNameNS(RDF, 'Description'))) {
      // Structures of a property are descriptions too: theirs are not the picture's own.
      if (description.parentNode?.localName !== 'RDF') continue;
      readDescription(description, properties);
    }
    return properties;
  } catch (error) {
    // The parser throws its own errors and plain ones at broken XML: all of them say "no metadata".
    if (error instanceof Error) return null;
    throw error;
  }
}

function decodePacket(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function readDescription(description: Element, into: Map<string, readonly string[]>): void {
  for (const attribute of Array.from(description.attributes)) {
    const name = nameOf(attribute.namespaceURI, attribute.localName);
    if (name !== null && !into.has(name)) into.set(name, [attribute.value]);
  }
  for (const child of elements(description)) {
    const name = nameOf(child.namespaceURI, child.localName);
    if (name !== null && !into.has(name)) into.set(name, valuesOf(child));
  }
}

function nameOf(address: string | null, local: string | null): string | null {
  const prefix = address === null ? undefined : PREFIXES[address];
  return prefix === undefined || local === null ? null : `${prefix}:${local}`;
}

/** A plain value, the items of a list, or of alternatives the one that is marked x-default (else the first). */
function valuesOf(property: Element): readonly string[] {
  const list = elements(property).find(({ namespaceURI }) => namespaceURI === RDF);
  if (list === undefined) {
    const resource = property.getAttributeNS(RDF, 'resource');
    return [resource || (property.textContent ?? '')];
  }
  const items = elements(list);
  if (list.localName !== 'Alt') return items.map((item) => item.textContent ?? '');
  const chosen = items.find((item) => item.getAttribute('xml:lang') === 'x-default') ?? items[0];
  return chosen ? [chosen.textContent ?? ''] : [];
}

function elements(parent: Element): readonly Element[] {
  return Array.from(parent.childNodes as Iterable<Node>).filter((node): node is Element => node.nodeType === 1);
}
