import type { PieceNews } from '../../shared/desk/news';
import type { PieceId, PieceStart } from '../../shared/ipc/contract';
import { galley } from '../galley';
import { closePhotoDesk } from '../photos/desk/desk-actions';
import { pieceSession } from '../session/piece-session';
import { markDurable, markReady } from './document-state';
import { closeDialog, notify, notifyFailure, notifyRemarks, useShell } from './shell-store';

/** Puts the piece on the screen in place of what is there; false and a notice when it cannot be read. */
export async function openPiece(piece: PieceId): Promise<boolean> {
  if (useShell.getState().session?.opened.piece === piece) return true;
  if (!(await closePiece())) return false;
  const result = await galley.call('piece:open', piece);
  if (!result.ok) {
    notifyFailure(result.failure);
    return false;
  }
  const session = pieceSession(result.value, galley);
  session.store.subscribe(({ durable }) => markDurable(durable));
  markDurable(result.value.seq);
  markReady(false);
  useShell.setState({ session, find: 'closed' });
  if (early?.piece === piece) session.hear(early.news);
  early = null;
  useShell.setState({ settings: await galley.call('settings:write', { lastPiece: piece }) });
  return true;
}

/** News of a piece that is being opened may be here before its session. */
let early: { readonly piece: PieceId; readonly news: PieceNews } | null = null;

/** Main has told what others do with a piece. */
export function hearNews(piece: PieceId, news: PieceNews): void {
  const { session } = useShell.getState();
  if (session?.opened.piece === piece) session.hear(news);
  else early = { piece, news };
}

/** Leaves the piece for the desk; stays with it when its last words are not on the disk yet. */
export async function closePiece(): Promise<boolean> {
  const { session } = useShell.getState();
  if (!session) return true;
  closePhotoDesk();
  if (!(await session.close())) {
    notify('problem', 'app.not-closed');
    return false;
  }
  useShell.setState({ session: null, find: 'closed' });
  return true;
}

/** Starts a piece from a template and opens it. */
export async function startPiece(start: PieceStart): Promise<boolean> {
  const created = await galley.call('desk:create', start);
  if (!created.ok) {
    notifyFailure(created.failure);
    return false;
  }
  closeDialog();
  return openPiece(created.value);
}

/** Asks for a file and opens what it became. */
export async function importPiece(): Promise<void> {
  const imported = await galley.call('desk:import');
  if (!imported.ok) notifyFailure(imported.failure);
  else if (imported.value && (await openPiece(imported.value.piece))) {
    useShell.getState().session?.addRemarks(imported.value.remarks);
  }
}

/** Asks where to, and puts the piece there as it stands in the window. */
export async function saveCopy(): Promise<void> {
  const { session } = useShell.getState();
  if (!session) return;
  session.editor?.flush();
  const saved = await galley.call('piece:save-copy', session.opened.piece, session.store.getState().interview);
  if (!saved.ok) notifyFailure(saved.failure);
  else if (saved.value) {
    notify('plain', 'app.copy-saved', { file: saved.value.file });
    notifyRemarks(saved.value.remarks);
  }
}
