/**
 * Any text as XML character data or as the value of an attribute in double quotes: the one door through which words
 * enter XML that we write. `>` is escaped too, so that `]]>` can stand nowhere.
 */
export function xmlText(text: string): string {
  return keptInXml(text).replace(/[&<>"'\t\n\r]/g, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML 1.0 file may hold, not even escaped: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function keptInXml(text: string): string {
  return text.replace(NO_XML, '');
}

/** The attributes of an element as ` name="value"`; those without a value are left out. */
export function attributes(values: { readonly [name: string]: string | number | boolean | undefined }): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}

/** An element with the XML inside it; without inside it closes itself. */
export function element(
  name: string,
  values: Parameters<typeof attributes>[0] = {},
  inside: string | readonly string[] = '',
): string {
  const content = typeof inside === 'string' ? inside : inside.join('');
  return content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
