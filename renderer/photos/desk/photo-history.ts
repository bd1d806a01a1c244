import type { Photo } from '../../../shared/interview/types';
import type { DeskChange } from '../../../shared/photos/desk-fields';
import type { PieceSession } from '../../session/piece-session';

/** Texts live in the editor and are undone there; records of photos are put back from here. */
type Step = {
  readonly texts: boolean;
  readonly before: readonly Photo[];
  readonly after: readonly Photo[];
};

/** Everything that the photo desk changes, in one line of undo. */
export interface PhotoHistory {
  /** False when the piece is so already. */
  readonly apply: (change: DeskChange) => boolean;
  /** A width on the page. */
  readonly setSpan: (block: string, span: number) => void;
  /** A change that somebody else has made in the editor as one undo step of its, as putting in new blocks. */
  readonly noteEditorStep: () => void;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

type Changed = Pick<PieceSession, 'editor' | 'store' | 'change'>;

export function photoHistory(session: Changed): PhotoHistory {
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];

  const note = (step: Step) => {
    done = [...done, step];
    undone = [];
  };
  const put = (photos: readonly Photo[]) => {
    if (photos.length === 0) return;
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    const known = session.store.getState().interview.photos;
    session.change({ fields: { photos: known.map((photo) => byId.get(photo.id) ?? photo) } });
  };
  const inEditor = (command: 'undo' | 'redo') => {
    session.editor?.run(command);
    session.editor?.flush();
  };

  return {
    apply({ blocks, photos }) {
      const { interview } = session.store.getState();
      const before = photos.flatMap(({ id }) => interview.photos.find((photo) => photo.id === id) ?? []);
      const texts = blocks.length > 0 && (session.editor?.updatePhotos(blocks) ?? false);
      if (texts) session.editor?.flush();
      put(photos);
      if (texts || photos.length > 0) note({ texts, before, after: photos });
      return texts || photos.length > 0;
    },
    setSpan(block, span) {
      if (!session.editor?.updatePhotos([{ block, span }])) return;
      session.editor.flush();
      note({ texts: true, before: [], after: [] });
    },
    noteEditorStep: () => note({ texts: true, before: [], after: [] }),
    undo() {
      const step = done.at(-1);
      if (!step) return false;
      done = done.slice(0, -1);
      undone = [...undone, step];
      if (step.texts) inEditor('undo');
      put(step.before);
      return true;
    },
    redo() {
      const step = undone.at(-1);
      if (!step) return false;
      undone = undone.slice(0, -1);
      done = [...done, step];
      if (step.texts) inEditor('redo');
      put(step.after);
      return true;
    },
  };
}
