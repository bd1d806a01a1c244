import type { PhotoOnPage } from '../proof/photos-on-page';
import type { Proof, ProofAsk, Spot } from '../proof/proof';
import type { Result } from '../result';
import type { PieceId } from './desk-calls';

/** The page beside the text and in its own window. */
export interface ProofCalls {
  /** Lays the piece out as it will print and draws the pages asked for; what is shown goes to the page's own window too. */
  'proof:make': (piece: PieceId, ask: ProofAsk) => Result<Proof, ProofFailure>;
  /** Opens the page in a window of its own beside this one, or brings that to the front. */
  'proof:tear-off': () => null;
  /** The page's own window has opened: what is shown now, or null before the first proof. */
  'proof:shown': () => ShownProof | null;
  /** The page's own window turns to these pages. */
  'proof:turn': (pages: readonly number[]) => null;
  /** Puts the caret of the main window there. */
  'proof:go': (spot: Spot) => null;
  /** Tells the page's own window where the caret is. */
  'proof:caret': (spot: Spot) => null;
}

/** What the page's own window shows. */
export interface ShownProof {
  readonly piece: PieceId;
  readonly headline: string;
  readonly photos: readonly PhotoOnPage[];
  readonly proof: Proof;
}

/** The press has stopped or does not take the piece; what was shown before still stands. */
export type ProofFailure = { readonly kind: 'proof-failed'; readonly detail: string };
