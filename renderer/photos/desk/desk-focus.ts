import type { DeskField } from '../../../shared/photos/desk-fields';
import type { PieceSession } from '../../session/piece-session';
import { activeField, useDesk } from './desk-store';

/** Puts the caret to the end of a field; false while it is not on the screen. */
export function focusField(field: DeskField): boolean {
  const found = document.querySelector<HTMLTextAreaElement>(`[data-desk-field="${field}"]`);
  if (!found) return false;
  found.focus();
  found.setSelectionRange(found.value.length, found.value.length);
  return true;
}

export function focusSheet(): void {
  document.querySelector<HTMLElement>('.photodesk-sheet')?.focus();
}

/** Where the work was before a dialog came: a field or the sheet of the photo desk, else the galley. */
export function focusWork(session: PieceSession | null): void {
  if (!useDesk.getState().desk) session?.editor?.focus();
  else if (activeField()) activeField()?.focus();
  else focusSheet();
}

/** From the text to the picture and back. */
export function togglePicture(): boolean {
  const frame = document.querySelector<HTMLElement>('.crop-frame');
  if (!frame) return false;
  if (frame.contains(document.activeElement)) return focusField('caption');
  frame.focus();
  return true;
}
