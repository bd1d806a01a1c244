import { NS } from '../../docx/namespaces';
import { element, xmlText, XML_HEAD } from '../hand-off/xml';

/** word/footer1.xml: some words and the number of the page. */
export function footerPart(words: string): string {
  const small = element('w:rPr', {}, [element('w:color', { 'w:val': '7F7F7F' }), ...sized(18)]);
  const run = (inside: string) => element('w:r', {}, small + inside);
  return line('w:ftr', [
    run(`<w:t xml:space="preserve">${xmlText(`${words} · `)}</w:t>`),
    element('w:fldSimple', { 'w:instr': ' PAGE ' }, run('<w:t>1</w:t>')),
  ]);
}

/** word/header1.xml: what nobody may overlook, on every page. */
export function headerPart(words: string): string {
  const loud = element('w:rPr', {}, [
    element('w:b'),
    element('w:bCs'),
    element('w:color', { 'w:val': '9C1C1C' }),
    ...sized(22),
  ]);
  return line('w:hdr', [element('w:r', {}, `${loud}<w:t xml:space="preserve">${xmlText(words)}</w:t>`)]);
}

/** In half points. */
function sized(size: number): readonly string[] {
  return [element('w:sz', { 'w:val': size }), element('w:szCs', { 'w:val': size })];
}

function line(name: string, inside: readonly string[]): string {
  const centred = element('w:pPr', {}, element('w:jc', { 'w:val': 'center' }));
  return XML_HEAD + element(name, { 'xmlns:w': NS.w }, element('w:p', {}, [centred, ...inside]));
}
