import type { Remark } from '../../shared/checks/remark';
import type { PieceId, StartState } from '../../shared/ipc/contract';
import type { Desks } from '../ipc/desks';
import type { SettingsStore } from '../settings/settings-store';

/** What the window is told when it starts, and starts again. */
export interface Starts {
  readonly give: () => Promise<StartState>;
  /** Reads the piece to show before the window asks for it. */
  readonly lookAhead: () => Promise<void>;
  /** The piece to show at the next start, before the one that was open last. */
  readonly show: (piece: PieceId) => void;
  /** Something to say at the next start, once. */
  readonly say: (remark: Remark) => void;
}

export function createStarts(desks: Desks, settings: SettingsStore, systemLanguage: 'vi' | 'en'): Starts {
  let remarks: readonly Remark[] = [];
  let wanted: PieceId | null = null;
  let seen: PieceId | null = null;
  const toShow = () => wanted ?? settings.read().lastPiece ?? null;
  const isThere = async (piece: PieceId) => (await desks.of(piece).read(piece)).ok;
  return {
    lookAhead: async () => {
      const piece = toShow();
      if (piece !== null && (await isThere(piece))) seen = piece;
    },
    give: async () => {
      const piece = toShow();
      // A window that starts again asks anew.
      const known = piece === seen;
      wanted = null;
      seen = null;
      const told = remarks;
      remarks = [];
      // A piece that cannot be opened is for the desk to show, with its reason.
      const there = piece !== null && (known || (await isThere(piece)));
      return { settings: settings.read(), systemLanguage, piece: there ? piece : null, remarks: told };
    },
    show: (piece) => {
      wanted = piece;
    },
    say: (remark) => {
      remarks = [...remarks, remark];
    },
  };
}
