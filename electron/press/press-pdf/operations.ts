/** One operation of a content stream: its operands as written, its operator, and where it starts and ends. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * The operations of a content stream, one byte to a character (latin1): ISO 32000-1, 7.8.2. An inline image is one
 * operation `BI` with everything up to `EI`. What is broken ends the list, as it ends the drawing in a RIP.
 */
export function* operationsOf(content: string): Generator<Operation> {
  let operands: string[] = [];
  let start = -1;
  let at = 0;
  while (at < content.length) {
    const from = skipSpace(content, at);
    if (from >= content.length) return;
    if (start < 0) start = from;
    const to = tokenEnd(content, from);
    if (to <= from) return;
    const token = content.slice(from, to);
    at = to;
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BI') {
      const image = /\sEI(?=[\s\0]|$)/g;
      image.lastIndex = to;
      if (image.exec(content) === null) return;
      at = image.lastIndex;
    }
    yield { operator: token, operands, start, end: at };
    operands = [];
    start = -1;
  }
}

const SPACE = /[\s\0]/;
const DELIMITER = /[\s\0()<>[\]{}/%]/;

function skipSpace(content: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < content.length && SPACE.test(content.charAt(at))) at++;
    if (content.charAt(at) !== '%') return at;
    while (at < content.length && !/[\r\n]/.test(content.charAt(at))) at++;
  }
}

function tokenEnd(content: string, from: number): number {
  switch (content.charAt(from)) {
    case '(':
      return stringEnd(content, from);
    case '<':
      return content.charAt(from + 1) === '<' ? nestedEnd(content, from, 2) : content.indexOf('>', from) + 1;
    case '[':
      return nestedEnd(content, from, 1);
    default: {
      let at = from + 1;
      while (at < content.length && !DELIMITER.test(content.charAt(at))) at++;
      return at;
    }
  }
}

function stringEnd(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const char = content.charAt(at);
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

/** The end of an array or a dictionary, with the strings, arrays and dictionaries in it. */
function nestedEnd(content: string, from: number, width: 1 | 2): number {
  let at = from + width;
  while (at < content.length) {
    at = skipSpace(content, at);
    if (width === 1 && content.charAt(at) === ']') return at + 1;
    if (width === 2 && content.startsWith('>>', at)) return at + 2;
    const next = tokenEnd(content, at);
    if (next <= at) return content.length;
    at = next;
  }
  return content.length;
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) && !['true', 'false', 'null'].includes(token);
}
