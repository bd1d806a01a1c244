import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Remark } from '../../shared/checks/remark';
import type { Change } from '../../shared/interview/change';
import { applyChange, changeBetween, isEmptyChange } from '../../shared/interview/change';
import type { PieceNews } from '../../shared/desk/news';
import type { Interview, Photo } from '../../shared/interview/types';
import type { Bridge } from '../../shared/ipc/bridge';
import type { OpenedPiece, PieceId, Recovered } from '../../shared/ipc/contract';
import type { Conflict } from '../../shared/review/merge/conflict';
import type { EditorHandle, EditorState } from '../editor/contract';
import { journalQueue } from './journal-queue';
import type { JournalQueue, SaveState } from './journal-queue';
import { takeTheirs, type TookIn } from './take-theirs';
import { whenIdle } from './when-idle';

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
  /** What others do with the piece. */
  readonly news: PieceNews;
  /** The last that came in from others, until it is put away. */
  readonly tookIn: (TookIn & { readonly by: string }) | null;
  /** What merges could not decide. Two wordings stand in the text too; those of this window know whose is whose. */
  readonly conflicts: readonly Conflict[];
  readonly readOnly: boolean;
  /** The holder whose banner was put away: `writer since`. */
  readonly along: string | null;
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
  dismissTookIn(): void;
  /** Main has told what others do. */
  hear(news: PieceNews): void;
  /** A change by a decision, not by typing: in the text as one undo step. */
  decide(change: Change): void;
  /** A conflict that does not stand in the text has been looked at. */
  settleConflict(conflict: Conflict): void;
  setReadOnly(readOnly: boolean): void;
  /** Goes on writing beside whoever has the piece. */
  editAlong(): void;
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
    news: { holder: null, theirs: false },
    tookIn: null,
    conflicts: opened.conflicts,
    readOnly: false,
    along: null,
  }));
  let holding = false;
  const flushed = () => {
    session.editor?.flush();
    return store.getState().interview;
  };
  const take = async (): Promise<void> => {
    const by = store.getState().news.holder?.name ?? '';
    const taken = await takeTheirs({
      piece,
      call: bridge.call,
      handedOut: () => store.getState().interview,
      flushed,
      settle: () => {
        session.editor?.flush();
        return queue.drained();
      },
      hold: () => (holding = true),
      letGo: (change, held) => {
        if (!isEmptyChange(change)) {
          // Into the state first: a picture is known before the text that shows it.
          store.setState(({ interview }) => ({ interview: applyChange(interview, change) }));
          session.editor?.apply(change);
        }
        const now = flushed();
        holding = false;
        queue.push(changeBetween(held, now));
      },
    });
    if (!taken.ok || !taken.value) return;
    const { value } = taken;
    store.setState(({ conflicts }) => ({ tookIn: { ...value, by }, conflicts: [...conflicts, ...value.conflicts] }));
  };
  const taker = whenIdle({
    wanted: () => store.getState().news.theirs,
    busy: () => session.editor === null || session.editor.composing(),
    work: take,
    onProblem: (error) => void bridge.call('app:log', String(error)),
  });

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
      taker.touch();
      store.setState(({ interview }) => ({ interview: applyChange(interview, change) }));
      if (!holding) queue.push(change);
    },
    addPhotos(photos) {
      const known = store.getState().interview.photos;
      const fresh = photos.filter(({ id }) => !known.some((photo) => photo.id === id));
      if (fresh.length > 0) session.change({ fields: { photos: [...known, ...fresh] } });
    },
    addRemarks: (remarks) => store.setState((state) => ({ remarks: [...state.remarks, ...remarks] })),
    dismissRecovered: () => store.setState({ recovered: null }),
    dismissRemarks: () => store.setState({ remarks: [] }),
    dismissTookIn: () => store.setState({ tookIn: null }),
    hear(news) {
      store.setState({ news });
      taker.look();
    },
    decide(change) {
      if (session.editor) session.editor.apply(change);
      else session.change(change);
      session.editor?.flush();
    },
    settleConflict(conflict) {
      const left = store.getState().conflicts.filter((each) => each !== conflict);
      store.setState({ conflicts: left });
      void bridge.call(
        'piece:conflicts',
        piece,
        left.filter(({ kind }) => kind !== 'text'),
      );
    },
    setReadOnly: (readOnly) => store.setState({ readOnly }),
    editAlong: () => store.setState(({ news: { holder } }) => ({ readOnly: false, along: holder && nameOf(holder) })),
    async close() {
      await taker.stop();
      session.editor?.flush();
      const closed = (await queue.drained()) && (await bridge.call('piece:close', piece)).ok;
      if (!closed) taker.resume();
      return closed;
    },
    async leave() {
      await taker.stop();
      session.editor?.flush();
      const drained = await queue.drained();
      const { interview, save } = store.getState();
      if (drained || save.kind !== 'failed') await bridge.call('piece:close', piece);
      else await bridge.call('piece:unwritten', piece, interview, save.failure);
      // The window may stay after all.
      taker.resume();
    },
  };

  return session;
}

/** What tells one opening of a piece by somebody from another. */
export function nameOf({ writer, since }: { readonly writer: string; readonly since: string }): string {
  return `${writer} ${since}`;
}
