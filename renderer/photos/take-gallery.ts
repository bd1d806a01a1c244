import { note } from '../../shared/checks/remark';
import { MOST_PICTURES } from '../../shared/interview/gallery';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { notifyFailure } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';

/** Asks for pictures and puts them after the caret as one gallery. */
export async function chooseGallery(session: PieceSession): Promise<void> {
  const taken = await choose(session);
  if (taken.length > 0) session.editor?.insertGallery(taken);
}

/** Asks for pictures and adds them to a gallery; those that it cannot hold stand as photos after the caret. */
export async function addPictures(session: PieceSession, gallery: string): Promise<void> {
  const taken = await choose(session);
  if (taken.length === 0 || session.editor?.addToGallery(gallery, taken)) return;
  await session.editor?.insertPhotos(taken);
  session.addRemarks([note('gallery-full', { most: MOST_PICTURES })]);
}

async function choose(session: PieceSession): Promise<readonly TakenPhoto[]> {
  const result = await galley.call('photo:choose', session.opened.piece);
  if (!result.ok) {
    notifyFailure(result.failure);
    return [];
  }
  session.addPhotos(result.value.map(({ photo }) => photo));
  return result.value;
}
