import type { HandOffParagraph } from '../hand-off/story';
import { PARAGRAPH_STYLES } from '../hand-off/styles';
import { element, XML_HEAD } from '../hand-off/xml';
import type { TextBox } from './page-geometry';

/** One part of the package; a zip of them with `mimetype` first and stored is the file. */
export interface IdmlPart {
  readonly path: string;
  readonly contents: string;
}

/** A text of the layout with the frames through which it runs. */
export interface IdmlStory {
  readonly id: string;
  /** Its tag in the structure, and the name of its frames. */
  readonly tag: string;
  readonly paragraphs: readonly HandOffParagraph[];
  readonly frames: readonly { readonly page: number; readonly box: TextBox }[];
  /** The text of the columns runs round its frames. */
  readonly wraps: boolean;
}

const NAMESPACE = { 'xmlns:idPkg': 'http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging', DOMVersion: '8.0' };

/** One part of the package under its root element. */
export function packagePart(name: string, inside: string | readonly string[]): string {
  return XML_HEAD + element(`idPkg:${name}`, NAMESPACE, inside);
}

export function spreadId(index: number): string {
  return `gs${index + 1}`;
}

/** The names of all tags: those of stories and those of paragraphs. */
export const TAGS: readonly string[] = [...new Set(['Root', 'story', ...PARAGRAPH_STYLES])];
