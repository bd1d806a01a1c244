import type { HandOffPicture } from '../../shared/writers/hand-off/story';
import { wordsOf } from '../../shared/writers/hand-off/story';
import { cleaned } from '../../shared/writers/hand-off/typeable';
import { handOffWords } from '../../shared/writers/hand-off/words';
import type { PressPhoto } from './hand-off-files';

/** What a spreadsheet would run instead of show (OWASP, CSV injection): also behind spaces, which some of them skip. */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

/** One cell: in quotes, and never the start of a formula. */
export function cell(text: string): string {
  const plain = cleaned(text).text;
  return `"${(FORMULA.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

/** Rows as CSV with the mark that tells Excel that it is UTF-8, and the line ends that it writes itself. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

export interface PhotoRow {
  readonly picture: HandOffPicture;
  /** Null when the photo is missing or cannot be read. */
  readonly press: PressPhoto | null;
  /** The copy of the original, relative to the package. */
  readonly original: string | null;
}

/** The photos with what belongs under them, one to a row, in the order of the piece. */
export function photoTable(language: string, photos: readonly PhotoRow[]): string {
  const { labels } = handOffWords(language);
  const head = ['#', labels.photo, 'CMYK', labels.caption, labels.credit, labels.alt, 'mm', 'ppi'];
  const rows = photos.map(({ picture, press, original }, index) => [
    String(index + 1),
    original ?? '',
    press?.link.file ?? '',
    wordsOf(picture.caption),
    wordsOf(picture.credit),
    picture.alt,
    press ? press.printed.toFixed(0) : '',
    press ? String(press.ppi) : '',
  ]);
  return csv([head, ...rows]);
}
