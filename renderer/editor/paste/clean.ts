import DOMPurify from 'dompurify';

/** What the clean-up took out, to be told. */
export interface Dropped {
  pictures: number;
  tables: number;
  scripts: number;
  links: number;
}

const TAGS =
  'p div br b strong i em sup sub h1 h2 h3 h4 h5 h6 ul ol li blockquote span a table tbody thead tr td th article section main header'.split(
    ' ',
  );
const BOLD = /(^|;)\s*font-weight\s*:\s*(bold|bolder|[6-9]00)/i;
const NOT_BOLD = /(^|;)\s*font-weight\s*:\s*(normal|[1-5]00)/i;
const ITALIC = /(^|;)\s*font-style\s*:\s*(italic|oblique)/i;
const RAISED = /(^|;)\s*vertical-align\s*:\s*super/i;
const LOWERED = /(^|;)\s*vertical-align\s*:\s*sub/i;
const HIDDEN = /mso-list\s*:\s*ignore|display\s*:\s*none|mso-hide\s*:\s*all/i;
/** Word marks the items of its lists on plain paragraphs. */
const WORD_LIST = /mso-list\s*:\s*l\d/i;
/** What Word draws before the item, in a part that is to be ignored: `1.`, `a)`, `iv.` count, a dot or dash does not. */
const WORD_NUMBER = /^[\s\u00a0]*\(?(\d{1,3}|[a-z]|[ivxlc]{2,5})[.)]/i;

/** Addresses that DOMPurify takes off by itself; all others that we do not follow are counted when they are read. */
const UNSAFE_LINK = /<a\b[^>]*\bhref\s*=\s*["']?\s*(javascript|data|vbscript|file):/gi;

function count(html: string, tag: RegExp): number {
  return html.match(tag)?.length ?? 0;
}

/** Marks of a style attribute become elements. The attribute's text is read, so that the CSP's rule on styles plays no part. */
function elementsFor(style: string, document: Document, content: readonly Node[]): readonly Node[] {
  const marks = [
    BOLD.test(style) && 'b',
    ITALIC.test(style) && 'i',
    RAISED.test(style) && 'sup',
    LOWERED.test(style) && 'sub',
  ];
  return marks.reduce<readonly Node[]>((inner, tag) => {
    if (!tag) return inner;
    const wrapper = document.createElement(tag);
    wrapper.append(...inner);
    return [wrapper];
  }, content);
}

/** The mark that Word draws before a list paragraph. */
function drawnBefore(paragraph: Element): string {
  const drawn = [...paragraph.querySelectorAll('[style]')].find((part) =>
    HIDDEN.test(part.getAttribute('style') ?? ''),
  );
  return drawn?.textContent ?? '';
}

function cleanElement(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  if (HIDDEN.test(style)) {
    element.remove();
    return;
  }
  // Google Docs wraps the whole paste in <b style="font-weight:normal">.
  if ((element.tagName === 'B' || element.tagName === 'STRONG') && NOT_BOLD.test(style)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.tagName === 'SPAN') {
    element.replaceWith(...elementsFor(style, element.ownerDocument, [...element.childNodes]));
    return;
  }
  if (WORD_LIST.test(style))
    element.setAttribute('class', WORD_NUMBER.test(drawnBefore(element)) ? 'word-list word-numbered' : 'word-list');
  else element.removeAttribute('class');
  element.removeAttribute('style');
}

/**
 * HTML from the clipboard as a tree that holds nothing but the structure and marks we know.
 * DOMPurify parses it inert and gives elements back, never a string, so no Trusted Types policy but its own is needed.
 */
export function cleanHtml(html: string): { readonly body: HTMLElement; readonly dropped: Dropped } {
  const dropped: Dropped = {
    pictures: count(html, /<img\b/gi),
    tables: count(html, /<table\b/gi),
    scripts: count(html, /<(script|iframe|object|embed)\b|\son[a-z]+\s*=/gi),
    links: count(html, UNSAFE_LINK),
  };
  const body = DOMPurify.sanitize(html, {
    RETURN_DOM: true,
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['style', 'class', 'href'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  }) as HTMLElement;
  for (const element of body.querySelectorAll('*')) cleanElement(element);
  return { body, dropped };
}
