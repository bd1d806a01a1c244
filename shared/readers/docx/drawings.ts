import { NS } from '../../docx/namespaces';
import type { DocxPicture } from './document';
import type { Relationship } from './package';
import { childrenOf, nameOf } from './parse-xml';
import type { Element } from './parse-xml';

/** What a drawing holds: a picture of the package, one outside of it, a text box, or nothing that we know. */
export interface Drawing {
  readonly alt: string;
  readonly picture: DocxPicture | null;
  readonly isOutside: boolean;
  readonly box: Element | undefined;
  readonly isUnknown: boolean;
}

/** Reads DrawingML and the older VML. */
export function drawingIn(element: Element, relations: ReadonlyMap<string, Relationship>): Drawing {
  const alt = firstBelow(element, 'wp:docPr')?.getAttribute('descr') ?? '';
  const blip = firstBelow(element, 'a:blip');
  const embedded = blip?.getAttributeNS(NS.r, 'embed');
  const old = firstBelow(element, 'imagedata')?.getAttributeNS(NS.r, 'id');
  const relation = relations.get(embedded || old || '');
  const picture = relation && !relation.outside ? { path: relation.target, alt } : null;
  const isPicture = blip !== undefined || Boolean(old);
  const box = firstBelow(element, 'w:txbxContent');
  return { alt, picture, isOutside: isPicture && !picture, box, isUnknown: !box && !isPicture };
}

function firstBelow(element: Element, name: string): Element | undefined {
  for (const child of childrenOf(element)) {
    if (nameOf(child) === name) return child;
    if (nameOf(child) === 'mc:Fallback') continue;
    const found = firstBelow(child, name);
    if (found) return found;
  }
  return undefined;
}
