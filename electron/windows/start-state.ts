import type { Remark } from '../../shared/checks/remark';
import type { PieceId, StartState } from '../../shared/ipc/contract';
import type { Desks } from '../ipc/desks';
import type { SettingsStore } from '../settings/settings-store';

/** What the window is told when it starts, and starts again. */
export interface Starts {
  readonly give: () => Promise<StartState>;
  /** The piece to show at the next start, before the one that was open last. */
  readonly show: (piece: PieceId) => void;
  /** Something to say at the next start, once. */
  readonly say: (remark: Remark) => void;
}

export function createStarts(desks: Desks, settings: SettingsStore, systemLanguage: 'vi' | 'en'): Starts {
  let remarks: readonly Remark[] = [];
  let wanted: PieceId | null = null;
  return {
    give: async () => {
      const piece = wanted ?? settings.read().lastPiece ?? null;
      wanted = null;
      const told = remarks;
      remarks = [];
      // A piece that cannot be opened is for the desk to show, with its reason.
      const there = piece !== null && (await desks.of(piece).read(piece)).ok;
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
