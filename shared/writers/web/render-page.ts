import { assertNever } from '../../result';
import type { Attributes, DataBlock, Element, ElementName, Markup } from './element';

/** A whole HTML document, ending in a line feed. */
export function renderPage(html: Element): string {
  return `<!doctype html>\n${render(html, '')}\n`;
}

const VOID: ReadonlySet<ElementName> = new Set<ElementName>(['br', 'img', 'link', 'meta', 'source']);

/** Elements whose children stand on lines of their own: white space between them shows nowhere. */
const CONTAINERS: ReadonlySet<ElementName> = new Set<ElementName>([
  'html', 'head', 'body', 'main', 'article', 'section', 'aside', 'header', 'footer', 'figure', 'blockquote', 'picture',
  'div', 'ul', 'ol',
]); // prettier-ignore

function render(markup: Markup, indent: string): string {
  if (typeof markup === 'string') return escapeText(markup);
  switch (markup.kind) {
    case 'data':
      return renderData(markup);
    case 'element':
      return renderElement(markup, indent);
    default:
      return assertNever(markup);
  }
}

function renderElement({ name, attributes, children }: Element, indent: string): string {
  const start = `<${name}${renderAttributes(attributes)}>`;
  if (VOID.has(name)) return start;
  if (!CONTAINERS.has(name) || children.length === 0) {
    return `${start}${children.map((child) => render(child, indent)).join('')}</${name}>`;
  }
  const inner = `${indent}  `;
  const lines = children.map((child) => `${inner}${render(child, inner)}\n`).join('');
  return `${start}\n${lines}${indent}</${name}>`;
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
    })
    .join('');
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand between tags and in quoted attributes, in NFC. What HTML cannot hold at all (control characters,
 * lone surrogates, noncharacters) becomes U+FFFD, as a browser would show it.
 */
export function escapeText(text: string): string {
  return replaceUnprintable(text.normalize('NFC')).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function replaceUnprintable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\uFFFD');
}

// "</script>" and "<!--" end or break a script element wherever they stand: no "<" may be left in the data.
function renderData({ value }: DataBlock): string {
  const json = JSON.stringify(value, normalized, 2).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/ld+json">\n${json}\n</script>`;
}

function normalized(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? replaceUnprintable(value.normalize('NFC')) : value;
}
