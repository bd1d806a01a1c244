import { getExtensionDependencyFromEditor, signal } from '@lexical/extension';
import type { Signal } from '@lexical/extension';
import { $getSelection, $isRangeSelection, defineExtension } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { isSafeLink } from '../../shared/interview/schema';
import { $linkAt } from './commands/marks';
import { $isPlainPlace } from './guard/format';
import { paint } from './text-ranges';

/** The words that are to be linked: their present address, and where the field goes, in pixels of the window. */
export interface LinkTarget {
  readonly link: string | null;
  readonly left: number;
  readonly bottom: number;
}

/** Holds whether the small link field is open, and for which words. */
export const LinkFieldExtension = defineExtension({
  name: 'galley/link-field',
  build: (): { readonly target: Signal<LinkTarget | null> } => ({ target: signal<LinkTarget | null>(null) }),
});

/** Opens the link field at the selection, or at the link that holds the caret; false where nothing can be linked. */
export function openLinkField(editor: LexicalEditor): boolean {
  const link = editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || $isPlainPlace()) return undefined;
    const present = $linkAt(selection);
    return selection.isCollapsed() && present === null ? undefined : present;
  });
  const selected = editor.getRootElement()?.ownerDocument.getSelection();
  if (link === undefined || !selected?.rangeCount) return false;
  const range = selected.getRangeAt(0).cloneRange();
  const { left, bottom } = range.getBoundingClientRect();
  // The field takes the focus, and with it the browser's own paint of the selection.
  paint('galley-link-target', [range]);
  getExtensionDependencyFromEditor(editor, LinkFieldExtension).output.target.value = { link, left, bottom };
  return true;
}

export function closeLinkField(editor: LexicalEditor): void {
  paint('galley-link-target', []);
  getExtensionDependencyFromEditor(editor, LinkFieldExtension).output.target.value = null;
  editor.getRootElement()?.focus({ preventScroll: true });
}

/** The address as it will be followed: what is typed without a scheme is a page or a mailbox. Null for one we do not follow. */
export function completeLink(typed: string): string | null {
  const address = typed.trim().normalize('NFC');
  if (address === '') return null;
  if (isSafeLink(address)) return address;
  const whole = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
  const page = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u;
  return (whole.startsWith('mailto:') || page.test(address)) && isSafeLink(whole) ? whole : null;
}
