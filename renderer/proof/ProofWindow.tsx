import { useCallback, useEffect, useState } from 'react';
import type { ShownProof } from '../../shared/ipc/contract';
import type { ProofPage, Spot } from '../../shared/proof/proof';
import { LanguageProvider, useTranslate } from '../app/language';
import { galley } from '../galley';
import { fitSentence } from './fit-sentence';
import { Pages } from './Pages';
import { PageTools } from './PageTools';
import { FIRST_VIEW } from './proof-store';
import { pagesShown } from './view';
import type { View } from './view';
import './proof.css';

/** The page in a window of its own: it follows the piece that is written in the other one, and never edits it. */
export function ProofWindow() {
  return (
    <LanguageProvider>
      <FollowedPages />
    </LanguageProvider>
  );
}

function FollowedPages() {
  const translate = useTranslate();
  const { shown, pages, caret } = useShown();
  const [view, setView] = useState<View>({ ...FIRST_VIEW, zoom: 'height' });
  const [width, setWidth] = useState(600);
  const turn = useCallback((change: Partial<View>) => setView((old) => ({ ...old, ...change })), []);
  const proof = shown?.proof;
  const numbers = pagesShown(view, proof?.pageCount ?? view.page + 2).join();
  useEffect(() => void galley.call('proof:turn', numbers.split(',').map(Number)), [numbers]);
  useEffect(() => {
    document.title = shown ? translate('proof.window-title', { headline: shown.headline }) : 'Galley';
  }, [shown, translate]);
  const sentence = proof && fitSentence(translate, proof.fit);
  return (
    <main className="proof-window">
      <PageTools
        view={view}
        pageCount={proof?.pageCount ?? 1}
        sheet={proof ?? { width: 822 }}
        width={width}
        onView={turn}
      />
      <div className="page-stage">
        {shown && proof ? (
          <Pages
            piece={shown.piece}
            proof={proof}
            pages={pages}
            photos={shown.photos}
            view={view}
            caret={caret}
            onSpot={(spot) => void galley.call('proof:go', spot)}
            onFollow={(page) => turn({ page })}
            onWidth={setWidth}
          />
        ) : (
          <p className="page-waiting" role="status">
            {translate('proof.no-piece')}
          </p>
        )}
      </div>
      {sentence && (
        <p className="page-fit" data-over={(proof.fit.over ?? 0) > 0 || undefined}>
          {sentence}
        </p>
      )}
    </main>
  );
}

interface Shown {
  readonly shown: ShownProof | null;
  readonly pages: ReadonlyMap<number, ProofPage>;
  readonly caret: Spot | null;
}

function useShown(): Shown {
  const [state, setState] = useState<Shown>({ shown: null, pages: new Map(), caret: null });
  useEffect(() => {
    const show = (shown: ShownProof | null) =>
      setState((old) => {
        const same = old.shown?.piece === shown?.piece && old.shown?.proof.template === shown?.proof.template;
        const fresh = (shown?.proof.pages ?? []).map((page) => [page.page, page] as const);
        return { ...old, shown, pages: new Map([...(same ? old.pages : []), ...fresh]) };
      });
    const ends = [
      galley.on('proof:changed', show),
      galley.on('proof:caret', (caret) => setState((old) => ({ ...old, caret }))),
    ];
    void galley.call('proof:shown').then(show);
    return () => ends.forEach((end) => end());
  }, []);
  return state;
}
