import { defineExtension, getExtensionDependencyFromEditor } from '@lexical/extension';
import type { LexicalEditor } from 'lexical';
import type { EditorProps } from './contract';

/** What the editor asks of the window around it. Replaced as a whole by each rendering; the extension object stays one. */
export type EditorHost = Omit<EditorProps, 'interview' | 'onReady'> & {
  readonly interview: EditorProps['interview'] | null;
  readonly random: () => number;
};

/** A host that shows keys and swallows events: for editors that are built without a window, as in tests. */
const SILENT: EditorHost = {
  interview: null,
  readOnly: false,
  translate: Object.assign((key: string) => key, { language: 'vi' as const, loose: (key: string) => key }),
  photoUrl: () => null,
  photoCut: () => null,
  onChange: () => undefined,
  onState: () => undefined,
  onRemarks: () => undefined,
  onPictures: () => undefined,
  onReplacePicture: () => undefined,
  onAddPictures: () => undefined,
  onOpenLink: () => undefined,
  onThread: () => undefined,
  random: Math.random,
};

/** Holds the host, so that the module-level extension can serve every mounted piece. */
export const HostExtension = defineExtension({
  name: 'galley/host',
  build: () => ({ current: SILENT }),
});

export function hostOf(editor: LexicalEditor): EditorHost {
  return getExtensionDependencyFromEditor(editor, HostExtension).output.current;
}

export function setHost(editor: LexicalEditor, host: EditorHost): void {
  getExtensionDependencyFromEditor(editor, HostExtension).output.current = host;
}
