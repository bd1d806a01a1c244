import { create } from 'zustand';
import type { Remark } from '../../../shared/checks/remark';
import type { CodeList } from '../../../shared/photos/code-list';
import type { CropUse } from '../../../shared/photos/crop';
import type { DeskField } from '../../../shared/photos/desk-fields';
import type { PieceSession } from '../../session/piece-session';
import type { PhotoHistory } from './photo-history';

/** A text field of the desk that has, or last had, the caret. */
export interface ActiveField {
  readonly field: DeskField;
  /** Hands over what was typed and not yet written. */
  readonly commit: () => void;
  /** Puts words where the caret is, or was, and the caret behind them. */
  readonly insert: (words: string) => void;
  /** All of the field at once. */
  readonly replace: (words: string) => void;
  readonly focus: () => void;
}

export interface DeskState {
  readonly session: PieceSession;
  readonly history: PhotoHistory;
  /** The picture that is shown large, by its key (keyOfPicture); null when there is none. */
  readonly current: string | null;
  /** Always with the current one in it. */
  readonly selected: ReadonlySet<string>;
  readonly use: CropUse;
  readonly codes: CodeList;
  readonly codesName: string | null;
  /** What came up while codes were read or put in. */
  readonly remarks: readonly Remark[];
  /** The list of names is open. */
  readonly people: boolean;
}

/** The photo desk while it is open; null otherwise. */
export const useDesk = create<{ readonly desk: DeskState | null }>(() => ({ desk: null }));

/** The open desk; throws outside of it. */
export function desk(): DeskState {
  const { desk: open } = useDesk.getState();
  if (!open) throw new Error('the photo desk is not open');
  return open;
}

export function setDesk(change: Partial<DeskState>): void {
  useDesk.setState(({ desk: open }) => ({ desk: open && { ...open, ...change } }));
}

let active: ActiveField | null = null;

export function activeField(): ActiveField | null {
  return active;
}

export function setActiveField(field: ActiveField | null): void {
  active = field;
}
