/**
 * Any text as a Typst string literal: the only door through which words of a piece enter the source.
 * Inside a string nothing is markup, so `#read("x")`, `$`, `*` or `@x` come out as themselves.
 */
export function literal(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(CONTROL, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);
  return `"${escaped}"`;
}

// Line ends would end nothing inside a string, but make the source hard to read; the rest no editor shows.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** The words as they are set: NFC, any run of spaces, tabs and line ends as one space; no-break spaces stay. */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[ \t\n\v\f\r\u2028\u2029]+|[ \t\n\v\f\r\u00a0\u2028\u2029]{2,}/g, ' ');
}

/** A Typst array; the comma at the end keeps an array of one an array. */
export function array(items: readonly string[]): string {
  return items.length === 0 ? '()' : `(${items.join(', ')},)`;
}
