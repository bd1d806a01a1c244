import { PROPERTY } from '../../docx/properties';
import type { DocxProperties } from '../../docx/properties';
import { element, xmlText, XML_HEAD } from '../hand-off/xml';

/** The part of a package in which its custom properties stand. */
export const CUSTOM_PROPERTIES = 'docProps/custom.xml';

/** What a document of ours says of itself, by the name of the property; no empty ones. */
export function namedProperties({ kind, content, piece, round }: DocxProperties): { readonly [name: string]: string } {
  return {
    [PROPERTY.kind]: kind,
    [PROPERTY.content]: content,
    ...(piece === undefined ? {} : { [PROPERTY.piece]: piece }),
    ...(round === undefined ? {} : { [PROPERTY.round]: String(round) }),
  };
}

/** docProps/custom.xml. Word shows the first 255 characters of a value and no more. */
export function customProperties(values: { readonly [name: string]: string }): string {
  const names = {
    xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  };
  const properties = Object.entries(values).map(([name, value], index) =>
    element(
      'property',
      { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
      element('vt:lpwstr', {}, xmlText(value)),
    ),
  );
  return XML_HEAD + element('Properties', names, properties);
}
