import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Remark } from '../../shared/checks/remark';
import type { Change } from '../../shared/interview/change';
import { applyChange } from '../../shared/interview/change';
import type { Interview, Photo } from '../../shared/interview/types';
import type { Bridge } from '../../shared/ipc/bridge';
import type { OpenedPiece, PieceId, Recovered } from '../../shared/ipc/contract';
import type { EditorHandle, EditorState } from '../editor/contract';
import { journalQueue } from './journal-queue';
import type { JournalQueue, SaveState } from './journal-queue';

/** What the window knows of the open piece. */
export interface PieceState {
  readonly piece: PieceId;
  readonly interview: Interview;
  readonly save: SaveState;
  /** The seq of the last change that is on the disk. */
  readonly durable: number;
  readonly caret: EditorState | null;
  readonly recovered: Recovered | null;
  readonly remarks: readonly Remark[];
  /** What is typed is only proposed. */
  readonly suggesting: boolean;
  /** The proposal that was gone to last, by its id. */
  readonly chosenChange: string | null;
}

/** The open piece: its state, the way of every change to the disk, and the editor once it is there. */
export interface PieceSession {
  /** As it was opened: what the editor starts from. */
  readonly opened: OpenedPiece;
  readonly store: StoreApi<PieceState>;
  readonly queue: JournalQueue;
  editor: EditorHandle | null;
  /** Takes a change that the editor or a panel has made. */
  change(change: Change): void;
  /** Makes a picture known before the text that shows it. */
  addPhotos(photos: readonly Photo[]): void;
  addRemarks(remarks: readonly Remark[]): void;
  dismissRecovered(): void;
  dismissRemarks(): void;
  /** Hands the last typing over and closes the piece; false when the disk does not take it. */
  close(): Promise<boolean>;
  /** The same when the window goes: what the disk does not take is handed to main, which knows what to do with it. */
  leave(): Promise<void>;
}

export function pieceSession(opened: OpenedPiece, bridge: Pick<Bridge, 'call'>): PieceSession {
  const { piece } = opened;
  const store = createStore<PieceState>(() => ({
    piece,
    interview: opened.interview,
    save: { kind: 'saved', at: null },
    durable: opened.seq,
    caret: null,
    recovered: opened.recovered ?? null,
    remarks: opened.remarks,
    suggesting: false,
    chosenChange: null,
  }));
  const queue = journalQueue({
    seq: opened.seq,
    append: (seq, change) => bridge.call('piece:append', piece, seq, change),
    onState: (save, durable) => store.setState({ save, durable }),
  });
  const session: PieceSession = {
    opened,
    store,
    queue,
    editor: null,
    change(change) {
      store.setState(({ interview }) => ({ interview: applyChange(interview, change) }));
      queue.push(change);
    },
    addPhotos(photos) {
      const known = store.getState().interview.photos;
      const fresh = photos.filter(({ id }) => !known.some((photo) => photo.id === id));
      if (fresh.length > 0) session.change({ fields: { photos: [...known, ...fresh] } });
    },
    addRemarks: (remarks) => store.setState((state) => ({ remarks: [...state.remarks, ...remarks] })),
    dismissRecovered: () => store.setState({ recovered: null }),
    dismissRemarks: () => store.setState({ remarks: [] }),
    async close() {
      session.editor?.flush();
      if (!(await queue.drained())) return false;
      return (await bridge.call('piece:close', piece)).ok;
    },
    async leave() {
      session.editor?.flush();
      const drained = await queue.drained();
      const { interview, save } = store.getState();
      if (drained || save.kind !== 'failed') await bridge.call('piece:close', piece);
      else await bridge.call('piece:unwritten', piece, interview, save.failure);
    },
  };
  return session;
}
