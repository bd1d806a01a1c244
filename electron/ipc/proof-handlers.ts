import { publishedOf } from '../../shared/interview/published';
import type { Photo } from '../../shared/interview/types';
import { plainText } from '../../shared/interview/text';
import type { PieceId, ShownProof } from '../../shared/ipc/contract';
import { SHIPPED_TEMPLATES } from '../../shared/print/templates/shipped';
import { photosOnPage } from '../../shared/proof/photos-on-page';
import type { Proof, ProofAsk } from '../../shared/proof/proof';
import { failed, ok } from '../../shared/result';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { sendSignal } from './send-signal';

type ProofCalls = 'proof:make' | 'proof:tear-off' | 'proof:shown' | 'proof:turn' | 'proof:go' | 'proof:caret';

/** The live proof: jobs for the press, and what the page's own window and the main window tell each other. */
export function proofHandlers({ desks, press, window, proofWindow, log }: Parts): Pick<Handlers, ProofCalls> {
  let shown: ShownProof | null = null;

  const show = (next: ShownProof) => {
    shown = next;
    sendSignal(proofWindow.contents(), 'proof:changed', next);
  };

  return {
    'proof:make': async (piece, ask) => {
      const [first] = SHIPPED_TEMPLATES;
      const template = SHIPPED_TEMPLATES.find(({ id }) => id === ask.template) ?? first;
      if (!template) throw new Error('no page template');
      const missing = await missingPhotos(piece, ask.interview.photos);
      const made = await press().proof({ interview: publishedOf(ask.interview), template, missing, pages: ask.pages });
      if (!made.ok) {
        log.warn('no proof', made.failure.kind, made.failure.detail);
        return failed({ kind: 'proof-failed', detail: made.failure.detail });
      }
      if (made.value.pages.length > 0) show(shownProof(piece, ask, made.value));
      return ok(made.value);
    },
    'proof:tear-off': () => {
      proofWindow.open();
      return null;
    },
    'proof:shown': () => shown,
    'proof:turn': (pages) => {
      sendSignal(window()?.webContents, 'proof:viewed', pages);
      return null;
    },
    'proof:go': (spot) => {
      const main = window();
      sendSignal(main?.webContents, 'proof:go', spot);
      main?.focus();
      return null;
    },
    'proof:caret': (spot) => {
      sendSignal(proofWindow.contents(), 'proof:caret', spot);
      return null;
    },
  };

  async function missingPhotos(piece: PieceId, photos: readonly Photo[]): Promise<readonly string[]> {
    const desk = desks.of(piece);
    const found = await Promise.all(
      photos.map(async ({ file }) => ((await desk.photoPath(piece, file)) === null ? file : null)),
    );
    return found.filter((file) => file !== null);
  }
}

function shownProof(piece: PieceId, { interview }: ProofAsk, proof: Proof): ShownProof {
  return { piece, headline: plainText(interview.headline), photos: photosOnPage(interview), proof };
}
