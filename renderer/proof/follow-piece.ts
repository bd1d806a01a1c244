import { publishedOf } from '../../shared/interview/published';
import { SHIPPED_TEMPLATES } from '../../shared/print/templates/shipped';
import type { ProofAsk, ProofPage, Spot } from '../../shared/proof/proof';
import { useShell } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';
import { proofFeed } from './proof-feed';
import { useProof } from './proof-store';
import { markAnswered, markAsked } from './proof-times';
import { pagesShown } from './view';

/** The caret is looked up this many milliseconds after it came to rest. */
const REST = 60;

/**
 * Keeps the proof equal to the open piece until the returned function is called. While nobody looks at a page only the
 * length is asked for, which is a few milliseconds of work.
 */
export function followPiece(session: PieceSession): () => void {
  const { piece } = session.opened;
  let last: ProofAsk | null = null;
  // The pages that are drawn as the piece is now; older ones stay on the screen until then.
  let drawn = new Set<number>();
  useProof.setState((state) => ({
    piece,
    proof: null,
    pages: new Map(),
    state: 'making',
    caret: null,
    view: { ...state.view, page: 0 },
  }));

  const feed = proofFeed({
    wanted: () => {
      if (!begun && pagesWanted().length === 0) return null;
      begun = true;
      session.editor?.flush();
      const { interview } = session.store.getState();
      const template = interview.assigned?.template ?? SHIPPED_TEMPLATES[0]?.id ?? '';
      const ask = { interview, template, pages: pagesWanted() };
      return last && sameAsk(last, ask) && ask.pages.every((page) => drawn.has(page)) ? null : ask;
    },
    make: (ask) => {
      markAsked();
      // Threads and proposals are no part of a page, and there may be far more of them than of text to send over.
      return galley.call('proof:make', piece, { ...ask, interview: publishedOf(ask.interview) });
    },
    onProof: (proof, ask) => {
      markAnswered(proof);
      if (!last || !sameAsk(last, ask)) drawn = new Set();
      last = ask;
      // A page that the piece does not have counts as drawn: there is nothing more to come.
      ask.pages.forEach((page) => drawn.add(page));
      // What the plan alone does not tell is kept from the proof before, until its pages are drawn anew.
      useProof.setState(({ pages, proof: before }) => ({
        proof:
          ask.pages.length > 0 || !before
            ? proof
            : { ...before, fit: proof.fit, galley: proof.galley, pageCount: proof.pageCount },
        pages: withPages(before?.template === proof.template ? pages : new Map(), proof.pages),
        state: 'made',
      }));
    },
    onFailure: () => useProof.setState({ state: 'failed' }),
  });

  const editor = new MutationObserver(() => feed.poke());
  const text = document.querySelector('[data-editor]');
  if (text) editor.observe(text, { subtree: true, childList: true, characterData: true });
  const ends: (() => void)[] = [
    () => editor.disconnect(),
    () => feed.stop(),
    session.store.subscribe(({ interview }, before) => {
      if (interview !== before.interview) feed.poke();
    }),
    useShell.subscribe(({ tab }, before) => {
      if (tab !== before.tab) feed.hurry();
    }),
    useProof.subscribe(({ view, viewed, galley: asGalley }, before) => {
      if (view !== before.view || viewed !== before.viewed || asGalley !== before.galley) feed.hurry();
    }),
    followCaret(session),
    galley.on('proof:viewed', (viewed) => useProof.setState({ viewed })),
    galley.on('proof:go', (spot) => session.editor?.focus(spot.place, spot.offset)),
  ];
  if (begun) feed.hurry();
  else
    ends.push(
      whenCalm(() => {
        begun = true;
        feed.hurry();
      }),
    );
  return () => ends.forEach((end) => end());
}

/** The first proof of a start, which starts the press, was asked for. */
let begun = false;

/**
 * The press takes a second of a whole processor to start, and a small machine has two: it waits until the window has
 * nothing else to do and stays so for this many milliseconds. Somebody who looks at the page does not wait for this.
 */
const CALM = 900;

function whenCalm(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = requestIdleCallback(() => (timer = setTimeout(run, CALM)));
  return () => {
    cancelIdleCallback(idle);
    clearTimeout(timer);
  };
}

function pagesWanted(): readonly number[] {
  const { view, viewed, proof, galley: asGalley } = useProof.getState();
  const here =
    useShell.getState().tab === 'page' && !asGalley ? pagesShown(view, proof?.pageCount ?? view.page + 1) : [];
  return [...new Set([...here, ...(viewed ?? [])])].sort((one, other) => one - other);
}

function sameAsk(last: ProofAsk, next: ProofAsk): boolean {
  return last.interview === next.interview && last.template === next.template;
}

function withPages(
  before: ReadonlyMap<number, ProofPage>,
  pages: readonly ProofPage[],
): ReadonlyMap<number, ProofPage> {
  return new Map([...before, ...pages.map((page) => [page.page, page] as const)]);
}

/** Tells where the caret is, to both windows, whenever it comes to rest. */
function followCaret(session: PieceSession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const caret: Spot | null = session.editor?.caret() ?? null;
    if (!caret || JSON.stringify(caret) === JSON.stringify(useProof.getState().caret)) return;
    useProof.setState({ caret });
    if (useProof.getState().viewed) void galley.call('proof:caret', caret);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST);
  };
  document.addEventListener('selectionchange', later);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', later);
  };
}
