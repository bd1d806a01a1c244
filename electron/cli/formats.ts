import type { Translate } from '../../shared/i18n/translate';
import type { ExportFormat } from '../../shared/ipc/contract';

/** What can be written, in the order of the list that people see. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['web', 'pdf', 'galley'];

/** What can be read; the kind of a file is seen from what is in it. */
export const READ_FORMATS = ['galley', 'piece', 'text'] as const;

/** The list for `formats`: name, tab, what it is. */
export function formatsText(translate: Translate): string {
  const read = READ_FORMATS.map((name) => `  ${name.padEnd(8)}${translate(`formats.read-${name}`)}`);
  const write = EXPORT_FORMATS.map((name) => `  ${name.padEnd(8)}${translate(`formats.write-${name}`)}`);
  return [translate('formats.read'), ...read, translate('formats.write'), ...write, ''].join('\n');
}
