import type { BrowserWindow } from 'electron';
import type { Translate } from '../../shared/i18n/translate';
import { askWith } from '../ipc/ask';
import type { LastChoice, Unwritten } from './orderly-close';

const CHOICES: readonly LastChoice[] = ['again', 'keep', 'copy'];

/** Asks what is to become of words that the disk does not take. Closing the question keeps the window. */
export async function askForLastWords(
  window: BrowserWindow | null,
  say: Translate,
  { failure }: Unwritten,
): Promise<LastChoice> {
  const { kind, ...values } = failure;
  const answer = await askWith(window, {
    type: 'warning',
    message: say('system.unwritten'),
    detail: `${say.loose(`failures.${kind}`, values)}\n${say('system.unwritten-detail')}`,
    buttons: CHOICES.map((choice) => say.loose(`system.unwritten-${choice}`)),
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return CHOICES[answer] ?? 'keep';
}
