import type { BrowserWindow } from 'electron';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, PieceId } from '../../shared/ipc/contract';
import type { Desks } from '../ipc/desks';
import { sendSignal } from '../ipc/send-signal';
import type { Log } from '../log';

/** How long the window has to hand over its last typing, in milliseconds; a disk that hangs is given up after half of it. */
const PATIENCE = 4000;

/** A piece that the window holds and the disk does not take. */
export interface Unwritten {
  readonly piece: PieceId;
  readonly interview: Interview;
  readonly failure: DeskFailure;
}

/** What is to become of words that cannot be written. */
export type LastChoice = 'again' | 'keep' | 'copy';

export interface LeavingTools {
  readonly desks: Desks;
  readonly log: Log;
  readonly ask: (unwritten: Unwritten) => Promise<LastChoice>;
  readonly copy: (interview: Interview) => Promise<void> | void;
  /** Puts the piece aside for the next start, and gives what takes it away again; null when that cannot be written either. */
  readonly rescue: (unwritten: Unwritten) => Promise<(() => Promise<void>) | null>;
  /** In milliseconds; for tests. */
  readonly patience?: number;
}

export interface Leaving {
  /** True from the moment the window is told to close, until it goes or stays after all. */
  readonly underWay: () => boolean;
  /** The window has handed over what it holds: null when all of it is on the disk. */
  readonly answer: (unwritten: Unwritten | null) => void;
  /** The machine will not wait for an answer: from now on nobody is asked, and what cannot be written is rescued. */
  readonly hurry: () => void;
}

/**
 * Lets the window hand over what it holds and closes the open pieces before it goes. Words that the disk refuses keep
 * the window open until somebody has chosen what becomes of them.
 */
export function closeInOrder(
  window: Pick<BrowserWindow, 'on' | 'destroy' | 'webContents'>,
  { desks, log, ask, copy, rescue, patience = PATIENCE }: LeavingTools,
): Leaving {
  let underWay = false;
  let hurried = false;
  let answer: (unwritten: Unwritten | null) => void = () => {};
  let hurry: () => void = () => {};
  const hurrying = new Promise<'hurry'>((resolve) => (hurry = () => resolve('hurry')));

  window.on('close', (event) => {
    if (desks.openPieces().length === 0) return;
    event.preventDefault();
    if (underWay) return;
    underWay = true;
    void leave()
      .catch((error: unknown) => {
        log.error('closing', error);
        return hurried;
      })
      .then((gone) => {
        underWay = false;
        if (gone) window.destroy();
      });
  });

  async function leave(): Promise<boolean> {
    for (;;) {
      const unwritten = await lastWords();
      if (!unwritten) return true;
      log.warn('last words not written', unwritten.piece, unwritten.failure.kind);
      // Before anybody is asked: a machine that shuts down may end the program while the question stands.
      const takeBack = await rescue(unwritten);
      const choice = hurried ? 'hurry' : await Promise.race([ask(unwritten), hurrying]);
      if (choice === 'hurry') return true;
      if (choice === 'copy') await copy(unwritten.interview);
      // A clipboard may end with the program that filled it: without the second copy the window stays.
      if (choice === 'copy' && takeBack) return true;
      await takeBack?.();
      if (choice === 'keep') return false;
    }
  }

  async function lastWords(): Promise<Unwritten | null> {
    if (window.webContents.isCrashed()) return await closeHere();
    const answered = new Promise<Unwritten | null>((resolve) => (answer = resolve));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patience)));
    sendSignal(window.webContents, 'app:closing');
    const said = await Promise.race([answered, desks.allClosed().then(() => null), late]);
    clearTimeout(timer);
    if (said === null) {
      // All of it is in the journal; a snapshot that fails now is made up for at the next opening.
      const left = await closeHere();
      if (left) log.warn('closed without a snapshot', left.piece, left.failure.kind);
      return null;
    }
    return said === 'late' ? await closeHere() : said;
  }

  /** A disk that does not even answer must not keep the window for ever: then the journal is what there is. */
  async function closeHere(): Promise<Unwritten | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patience)));
    const first = await Promise.race([closeAll(), late]);
    clearTimeout(timer);
    return first;
  }

  /** Closes what is open with what main itself knows; the first piece that cannot be. */
  async function closeAll(): Promise<Unwritten | null> {
    let first: Unwritten | null = null;
    for (const piece of desks.openPieces()) {
      const closed = await desks.close(piece);
      if (closed.ok) continue;
      const read = await desks.of(piece).read(piece);
      if (read.ok) first ??= { piece, interview: read.value, failure: closed.failure };
      else log.error('not closed', piece, closed.failure.kind);
    }
    return first;
  }

  return {
    underWay: () => underWay,
    answer: (unwritten) => answer(unwritten),
    hurry: () => {
      hurried = true;
      hurry();
    },
  };
}
