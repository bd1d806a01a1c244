/** Longest text and longest name that are kept, in UTF-16 units: no honest caption reaches them. */
export const TEXT_LIMIT = 4000;
export const NAME_LIMIT = 400;

/** Controls, bidi overrides and what a wrong charset leaves behind go; lines stay. NFC. Cut between characters, never inside one. */
export function cleanText(text: string, limit: number): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
  if (plain.length <= limit) return plain;
  return `${plain
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
