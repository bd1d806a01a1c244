import { create } from 'zustand';
import type { Remark } from '../../shared/checks/remark';
import type { CommandId } from '../../shared/commands/table';
import { equalData } from '../../shared/interview/equal';
import type { Settings } from '../../shared/ipc/contract';
import type { PieceSession } from '../session/piece-session';

export type InspectorTab = 'story' | 'photos' | 'review' | 'checks' | 'page' | 'conflicts';

/** The one dialog that is open. */
export type OpenDialog =
  | {
      readonly kind:
        | 'palette'
        | 'shortcuts'
        | 'settings'
        | 'profiles'
        | 'export'
        | 'variables'
        | 'round-send'
        | 'photo-files'
        | 'photo-patterns';
    }
  | { readonly kind: 'start-piece'; readonly template: string };

/** A failure or a remark told without stopping anyone: its sentence is made when it is shown, in the language of then. */
export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  /** An i18n key and its values. */
  readonly text: string;
  readonly values?: { readonly [name: string]: string | number };
  /** What can be done about it at once. */
  readonly command?: CommandId;
}

export interface ShellState {
  readonly settings: Settings;
  readonly systemLanguage: 'vi' | 'en';
  /** The piece on the screen; null shows the desk. */
  readonly session: PieceSession | null;
  readonly dialog: OpenDialog | null;
  readonly tab: InspectorTab;
  readonly find: 'closed' | 'find' | 'replace';
  readonly notices: readonly Notice[];
}

const NO_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  desk: '',
  paper: '',
  profiles: [],
  columnWidth: false,
  condition: 'newsprint',
  captionPattern: '',
  ownPatterns: [],
};

/** What the window shows; the text itself lives in the session. */
export const useShell = create<ShellState>(() => ({
  settings: NO_SETTINGS,
  systemLanguage: 'vi',
  session: null,
  dialog: null,
  tab: 'story',
  find: 'closed',
  notices: [],
}));

let lastNotice = 0;

/** Says something quietly. */
export function notify(tone: Notice['tone'], text: string, values?: Notice['values'], command?: CommandId): void {
  const notice = { id: ++lastNotice, tone, text, ...(values ? { values } : {}), ...(command ? { command } : {}) };
  const isSame = (other: Notice) => other.text === text && equalData(other.values, values);
  // What is said again stands once; more than four stand in the way, and the oldest have been seen.
  useShell.setState(({ notices }) => ({ notices: [...notices.filter((other) => !isSame(other)), notice].slice(-4) }));
}

export function notifyRemarks(remarks: readonly Remark[]): void {
  for (const { rule, values, severity } of remarks) {
    notify(severity === 'loss' ? 'problem' : 'plain', `remarks.${rule}`, values);
  }
}

/** Tells a failure by the sentence of its kind. */
export function notifyFailure(failure: { readonly kind: string }): void {
  const { kind, ...values } = failure;
  notify('problem', `failures.${kind}`, values as Notice['values']);
}

export function dismissNotice(id: number): void {
  useShell.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Puts the notices away whose command has been run, or no longer applies. */
export function dismissNoticesOf(command: CommandId): void {
  useShell.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.command !== command) }));
}

export function openDialog(dialog: OpenDialog): void {
  useShell.setState({ dialog });
}

export function closeDialog(): void {
  useShell.setState({ dialog: null });
}
