import { element } from '../hand-off/xml';

/** Word keeps whole seconds. */
export function dateOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Words as one line: what breaks lines elsewhere is a space. */
export function cleanedText(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ');
}

/** The address in a look, '' when it has none. */
export function linkOf(look: string): string {
  return look.split(' ')[1] ?? '';
}

/** The run properties of a look. */
export function lookXml(look: string): string {
  const [marks = '', link = ''] = look.split(' ');
  const has = new Set(marks.split(','));
  return [
    link === '' ? '' : element('w:rStyle', { 'w:val': 'Hyperlink' }),
    has.has('bold') ? element('w:b') + element('w:bCs') : '',
    has.has('italic') ? element('w:i') + element('w:iCs') : '',
    has.has('superscript') ? element('w:vertAlign', { 'w:val': 'superscript' }) : '',
    has.has('subscript') ? element('w:vertAlign', { 'w:val': 'subscript' }) : '',
  ].join('');
}
