import { makeRun } from '../../interview/text';
import type { Mark } from '../../interview/types';
import { lookOf } from '../../review/compare/tokens';
import { childOf, isOn, valueOf } from './parse-xml';
import type { Element } from './parse-xml';
import type { DocxStyle } from './styles';

/** The look of a run by its properties and, where they are silent, by its style. */
export function lookIn(properties: Element | undefined, style: DocxStyle, link: string | undefined): string {
  const marks: Mark[] = [];
  if (isOn(properties, 'w:b') ?? style.bold) marks.push('bold');
  if (isOn(properties, 'w:i') ?? style.italic) marks.push('italic');
  const raised = childOf(properties, 'w:vertAlign');
  const place = raised ? valueOf(raised, 'val') : '';
  if (place === 'superscript' || place === 'subscript') marks.push(place);
  // Other programs raise and lower words by half points.
  const position = childOf(properties, 'w:position');
  const raise = position ? Number.parseInt(valueOf(position, 'val'), 10) : 0;
  if (place === '' && raise) marks.push(raise > 0 ? 'superscript' : 'subscript');
  return lookOf(makeRun('-', marks, link));
}

/** Looks that no newspaper text has, as rules of remarks. */
export function lostLooks(properties: Element | undefined, isLink: boolean): readonly string[] {
  const underline = childOf(properties, 'w:u');
  const lost = [
    !isLink && underline && !/^(none|)$/.test(valueOf(underline, 'val')) ? 'docx-underline' : '',
    isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike') ? 'docx-strike' : '',
    childOf(properties, 'w:highlight') ? 'docx-highlight' : '',
  ];
  return lost.filter((rule) => rule !== '');
}
