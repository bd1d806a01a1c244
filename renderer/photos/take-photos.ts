import { note } from '../../shared/checks/remark';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { notifyFailure, notifyRemarks } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';

/** Asks for pictures and puts them after the caret. */
export async function choosePhotos(session: PieceSession): Promise<void> {
  if (!mayChange(session)) return;
  const result = await galley.call('photo:choose', session.opened.piece);
  if (result.ok) insert(session, result.value);
  else notifyFailure(result.failure);
}

/** Takes in pictures that were dropped or pasted, one after the other: a failing one does not stop the others. */
export async function takePictures(session: PieceSession, files: readonly File[]): Promise<void> {
  if (!mayChange(session)) return;
  const taken: TakenPhoto[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await galley.call('photo:take', session.opened.piece, file.name, bytes);
    if (result.ok) taken.push(result.value);
    else notifyFailure(result.failure);
  }
  insert(session, taken);
}

/** Asks for one picture and puts it into a photo block, whose texts stay. */
export async function replacePicture(session: PieceSession, block: string): Promise<void> {
  if (!mayChange(session)) return;
  const result = await galley.call('photo:choose', session.opened.piece);
  if (!result.ok) return notifyFailure(result.failure);
  const [taken] = result.value;
  if (!taken) return;
  session.addPhotos([taken.photo]);
  session.editor?.replacePhoto(block, taken);
}

/** Pictures cannot be proposed: while somebody suggests nothing is taken in, and the reason is told. */
function mayChange(session: PieceSession): boolean {
  if (!session.store.getState().suggesting) return true;
  notifyRemarks([note('suggest-no-photos')]);
  return false;
}

function insert(session: PieceSession, taken: readonly TakenPhoto[]): void {
  if (taken.length === 0) return;
  session.addPhotos(taken.map(({ photo }) => photo));
  session.editor?.insertPhotos(taken);
}
