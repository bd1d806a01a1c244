import { create } from 'zustand';
import type { DeskFailure, PieceId, PieceSummary } from '../../shared/ipc/contract';
import { notify, notifyFailure } from '../app/shell-store';
import { galley } from '../galley';

interface DeskState {
  /** Null until the desk has been read once. */
  readonly pieces: readonly PieceSummary[] | null;
  readonly failure: DeskFailure | null;
}

/** The pieces that lie on the desk. */
export const useDesk = create<DeskState>(() => ({ pieces: null, failure: null }));

export async function readDesk(): Promise<void> {
  const result = await galley.call('desk:list');
  if (result.ok) useDesk.setState({ pieces: [...result.value].sort((a, b) => b.modified - a.modified), failure: null });
  else useDesk.setState({ failure: result.failure });
}

/** Moves the piece to the system's trash. */
export async function removePiece(piece: PieceId): Promise<void> {
  const result = await galley.call('desk:remove', piece);
  if (!result.ok) notifyFailure(result.failure);
  await readDesk();
}

/** Saves what can still be read of a damaged piece where the user wants it. */
export async function saveTextOf(piece: PieceId): Promise<void> {
  const saved = await galley.call('desk:save-text', piece);
  if (!saved.ok) notifyFailure(saved.failure);
  else if (saved.value !== null) notify('plain', 'app.text-saved', { file: saved.value });
}
