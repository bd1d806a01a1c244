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
  const marked = (run.marks ?? []).toReversed().reduce<readonly Markup[]>(
    (inner, mark) => [element(ELEMENT_OF[mark], {}, inner)],
    lines(run.text),
  );
  return run.link !== undefined && isSafeLink(run.link) ? [element('a', { href: run.link }, marked)] : marked;
}

function lines(text: string): readonly Markup[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index) => [...(index > 0 ? [element('br', {})] : []), ...(line === '' ? [] : [line])]);
}
