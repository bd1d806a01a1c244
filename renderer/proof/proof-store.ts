import { create } from 'zustand';
import type { PieceId } from '../../shared/ipc/contract';
import type { Proof, ProofPage, Spot } from '../../shared/proof/proof';
import type { View } from './view';

export interface ProofState {
  /** Whose proof it is; null before the first. */
  readonly piece: PieceId | null;
  readonly proof: Proof | null;
  /** The pages drawn so far for this state of the piece. */
  readonly pages: ReadonlyMap<number, ProofPage>;
  readonly state: 'making' | 'made' | 'failed';
  readonly view: View;
  readonly galley: boolean;
  /** The pages that the page's own window shows; null while it is closed. */
  readonly viewed: readonly number[] | null;
  readonly caret: Spot | null;
}

export const FIRST_VIEW: View = { zoom: 'width', twoPages: false, page: 0 };

/** The proof of the open piece and how it is looked at. */
export const useProof = create<ProofState>(() => ({
  piece: null,
  proof: null,
  pages: new Map(),
  state: 'making',
  view: FIRST_VIEW,
  galley: false,
  viewed: null,
  caret: null,
}));

export function setView(change: Partial<View>): void {
  useProof.setState(({ view }) => ({ view: { ...view, ...change } }));
}
