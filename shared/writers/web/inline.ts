import { isSafeLink } from '../../interview/schema';
import type { Mark, Run, Text } from '../../interview/types';
import { element } from './element';
import type { ElementName, Markup } from './element';

const ELEMENT_OF: { readonly [mark in Mark]: ElementName } = {
  bold: 'strong',
  italic: 'em',
  superscript: 'sup',
  subscript: 'sub',
};

/** A text as inline elements. A link that is not http, https or mailto is left out and its words stay. */
export function inline(text: Text): readonly Markup[] {
  return text.flatMap(runMarkup);
}

function runMarkup(run: Run): readonly Markup[] {
  const marked = (run.marks ?? [])
    .toReversed()
    .reduce<readonly Markup[]>((inner, mark) => [element(ELEMENT_OF[mark], {}, inner)], lines(run.text));
  return run.link !== undefined && isSafeLink(run.link) ? [element('a', { href: run.link }, marked)] : marked;
}

function lines(text: string): readonly Markup[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index) => [...(index > 0 ? [element('br', {})] : []), ...unbroken(line)]);
}

// A document number, a date or a range (04-QĐ/TU, 5-12-2017) is read as one word, but browsers break it at its hyphens.
const CODE = /(?<=^|[\s("“])(?=\S*\p{N})[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu;

/** Longer than this a code may break: on a phone it would not fit the line. */
const LONGEST_UNBROKEN = 18;

function unbroken(line: string): readonly Markup[] {
  const found: Markup[] = [];
  let end = 0;
  for (const { 0: code, index } of line.matchAll(CODE)) {
    if (!code.includes('-') || code.length > LONGEST_UNBROKEN) continue;
    if (index > end) found.push(line.slice(end, index));
    found.push(element('span', { class: 'unbroken' }, code));
    end = index + code.length;
  }
  if (end < line.length) found.push(line.slice(end));
  return found;
}
