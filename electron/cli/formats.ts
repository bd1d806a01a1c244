import type { Translate } from '../../shared/i18n/translate';
import { EXPORT_FORMATS } from '../../shared/ipc/contract';

/** What can be read; the kind of a file is seen from what is in it. */
export const READ_FORMATS = ['galley', 'piece', 'text', 'docx'] as const;

/** The longest name and a space; `docx-review` of all. */
const WIDEST = 12;

/** The list for `formats`: name, tab, what it is. */
export function formatsText(translate: Translate): string {
  const read = READ_FORMATS.map((name) => `  ${name.padEnd(WIDEST)}${translate(`formats.read-${name}`)}`);
  const write = EXPORT_FORMATS.map((name) => `  ${name.padEnd(WIDEST)}${translate(`formats.write-${name}`)}`);
  return [translate('formats.read'), ...read, translate('formats.write'), ...write, ''].join('\n');
}
