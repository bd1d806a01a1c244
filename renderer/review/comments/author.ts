import { translator } from '../../../shared/i18n/translate';
import type { Language } from '../../../shared/i18n/translate';
import { activeProfile } from '../../../shared/review/profile';
import { useShell } from '../../app/shell-store';
import type { ShellState } from '../../app/shell-store';

/** In whose name comments are written: the profile at work, or a word that stands for one. */
function authorOf({ settings, systemLanguage }: ShellState): string {
  const name = activeProfile(settings)?.name.normalize('NFC').trim() ?? '';
  return name === '' ? nameless(settings.language === 'system' ? systemLanguage : settings.language) : name;
}

const words = new Map<Language, string>();

function nameless(language: Language): string {
  const word = words.get(language) ?? translator(language)('comments.me');
  words.set(language, word);
  return word;
}

export function authorName(): string {
  return authorOf(useShell.getState());
}

export function useAuthor(): string {
  return useShell(authorOf);
}

/** Who works at this machine, one name a line: offered for a mention. */
export function useColleagues(): string {
  return useShell(({ settings }) => settings.profiles.map(({ name }) => name).join('\n'));
}
