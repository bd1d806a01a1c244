import type { Settings } from '../../shared/ipc/contract';
import { useShell } from './shell-store';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function themeOf({ theme }: Settings): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return dark.matches ? 'dark' : 'light';
}

/** Keeps language, theme and title of the document equal to the state, from now on. */
export function followDocumentState(): void {
  const apply = () => {
    const { settings, systemLanguage } = useShell.getState();
    const root = document.documentElement;
    root.lang = settings.language === 'system' ? systemLanguage : settings.language;
    root.dataset['theme'] = themeOf(settings);
  };
  apply();
  useShell.subscribe(apply);
  dark.addEventListener('change', apply);
}

/** Says to whoever waits (tests, the start measurement) that the desk or the editor can be used. */
export function markReady(ready: boolean): void {
  if (ready) document.documentElement.dataset['ready'] = 'true';
  else delete document.documentElement.dataset['ready'];
}

/** The number of the last change that is known to be on the disk. */
export function markDurable(seq: number): void {
  document.documentElement.dataset['durableSeq'] = String(seq);
}
