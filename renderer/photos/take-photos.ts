import { placeOfPicture, shownPictures } from '../../shared/interview/shown-pictures';
import { pictureOf } from '../../shared/photos/desk-photos';
import type { TakenMany, TakenPhoto } from '../../shared/ipc/contract';
import { notifyFailure } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';
import { useDesk } from './desk/desk-store';
import { mayChange } from './may-change';
import { beginJob, endJob, isStopped, showProgress } from './photo-job';

/** Asks for pictures and puts them after the caret. */
export async function choosePhotos(session: PieceSession): Promise<void> {
  if (!mayChange(session)) return;
  beginJob('take-in');
  const result = await galley.call('photos:take-in', session.opened.piece);
  if (!result.ok || !result.value) {
    endJob(null);
    if (!result.ok) notifyFailure(result.failure);
    return;
  }
  await insert(session, result.value.taken);
  endJob(result.value);
}

/** Takes in pictures that were dropped or pasted, one after the other: a failing one does not stop the others. */
export async function takeMany(session: PieceSession, files: readonly File[]): Promise<void> {
  if (!mayChange(session)) return;
  const taken: TakenPhoto[] = [];
  const duplicates: TakenMany['duplicates'][number][] = [];
  const refused: TakenMany['refused'][number][] = [];
  const remarks: TakenMany['remarks'][number][] = [];
  const known = new Map(session.store.getState().interview.photos.map(({ id, name, file }) => [id, name ?? file]));
  beginJob('take-in', files.length);
  let done = 0;
  for (const file of files) {
    if (isStopped()) break;
    const bytes = await readFile(file);
    const result = bytes && (await galley.call('photo:take', session.opened.piece, file.name, bytes));
    if (!result) refused.push({ name: file.name, failure: { kind: 'not-found' } });
    else if (!result.ok) refused.push({ name: file.name, failure: result.failure });
    else {
      const { id } = result.value.photo;
      const of = known.get(id);
      if (of === undefined) {
        taken.push(result.value);
        remarks.push(...(result.value.remarks ?? []).map((remark) => ({ name: file.name, remark })));
      } else duplicates.push({ name: file.name, of });
      known.set(id, file.name);
    }
    showProgress({ done: ++done, total: files.length, name: file.name });
  }
  await insert(session, taken);
  endJob({ taken, remarks, duplicates, refused, stopped: files.length - done });
}

/** Null when the file went away between the drop and now. */
async function readFile(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
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
  session.editor?.flush();
  useDesk.getState().desk?.history.noteEditorStep();
}

async function insert(session: PieceSession, taken: readonly TakenPhoto[]): Promise<void> {
  if (taken.length === 0) return;
  const { desk } = useDesk.getState();
  // At the desk new photos stand behind the one that is shown.
  const current = desk && pictureOf(shownPictures(session.store.getState().interview), desk.current);
  if (current) session.editor?.focus(placeOfPicture(current, 'caption'));
  session.addPhotos(taken.map(({ photo }) => photo));
  await session.editor?.insertPhotos(taken);
  session.editor?.flush();
  desk?.history.noteEditorStep();
}
