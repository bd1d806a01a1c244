import type { CommandId } from '../commands/table';
import type { PieceNews } from '../desk/news';
import type { Spot } from '../proof/proof';
import type { PieceId } from './desk-calls';
import type { ExportProgress } from './export-calls';
import type { PhotosProgress } from './photo-calls';
import type { ShownProof } from './proof-calls';
import type { Settings } from './settings-calls';

/** What main tells the window without being asked. */
export interface Signals {
  'menu:command': (command: CommandId) => void;
  'export:progress': (progress: ExportProgress) => void;
  'photos:progress': (progress: PhotosProgress) => void;
  /** Files opened from outside (second start, double click) have been taken onto the desk. */
  'desk:opened': (piece: PieceId) => void;
  'settings:changed': (settings: Settings) => void;
  /** What others do with the piece that is open. */
  'piece:news': (piece: PieceId, news: PieceNews) => void;
  /** To the page's own window: another proof, or null when the piece was closed. */
  'proof:changed': (shown: ShownProof | null) => void;
  /** To the main window: the page's own window has opened, turned to these pages, or closed (null). */
  'proof:viewed': (pages: readonly number[] | null) => void;
  'proof:go': (spot: Spot) => void;
  'proof:caret': (spot: Spot) => void;
  /** The window is about to close: flush, then call piece:close, or piece:unwritten when the disk refuses. */
  'app:closing': () => void;
}
