import { useCallback, useMemo, useState } from 'react';
import { plainText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { usePiece, useSession } from '../session/SessionContext';
import { AssignedFields } from './AssignedFields';
import { fitSentence } from './fit-sentence';
import { GalleyView } from './GalleyView';
import { Pages } from './Pages';
import { PageTools } from './PageTools';
import { photosOnPage } from '../../shared/proof/photos-on-page';
import { setView, useProof } from './proof-store';
import { markShown } from './proof-times';
import './proof.css';

/** The page as it will print, beside the text. */
export function PagePanel() {
  const translate = useTranslate();
  const session = useSession();
  const interview = usePiece((state) => state.interview);
  const { piece, proof, pages, view, galley, caret, state } = useProof();
  const [width, setWidth] = useState(300);
  const photos = useMemo(() => photosOnPage(interview), [interview]);
  const go = useCallback(
    (spot: { readonly place: Parameters<NonNullable<typeof session.editor>['focus']>[0]; readonly offset: number }) =>
      session.editor?.focus(spot.place, spot.offset),
    [session],
  );
  const sentence = proof && fitSentence(translate, proof.fit);
  return (
    <div className="page-panel">
      <PageTools
        view={view}
        pageCount={proof?.pageCount ?? 1}
        sheet={proof ?? { width: 822 }}
        width={width}
        onView={setView}
        galley={{ shown: galley, toggle: () => runCommand('page-galley') }}
        onOwnWindow={() => runCommand('page-window')}
      />
      <AssignedFields />
      {proof && proof.missing.length > 0 && (
        <p className="page-said">{translate('proof.missing', { characters: proof.missing.join(' ') })}</p>
      )}
      {state === 'failed' && (
        <p className="page-said" role="status">
          {translate('proof.failed')}
        </p>
      )}
      <div className="page-stage">
        {!proof || !piece ? (
          <p className="page-waiting" role="status">
            {translate('proof.making')}
          </p>
        ) : galley ? (
          <GalleyView galley={proof.galley} onSpot={go} />
        ) : (
          <Pages
            piece={piece}
            proof={proof}
            pages={pages}
            photos={photos}
            view={view}
            caret={caret}
            onSpot={go}
            onFollow={(page) => setView({ page })}
            onWidth={setWidth}
            onShown={markShown}
          />
        )}
      </div>
      {proof && sentence && (
        <p className="page-fit" data-over={(proof.fit.over ?? 0) > 0 || undefined}>
          {sentence}
        </p>
      )}
      {proof && (proof.fit.over ?? 0) > 0 && proof.fit.longest.length > 0 && (
        <Longest
          interview={interview}
          longest={proof.fit.longest}
          onGo={(block) => go({ place: { block, part: 'text' }, offset: 0 })}
        />
      )}
    </div>
  );
}

/** Where to cut: the longest answers, a click away. */
function Longest({
  interview,
  longest,
  onGo,
}: {
  readonly interview: Interview;
  readonly longest: readonly { readonly block: string; readonly lines: number }[];
  readonly onGo: (block: string) => void;
}) {
  const translate = useTranslate();
  const startOf = (id: string) => {
    const block = interview.body.find((one) => one.id === id);
    return block && 'text' in block ? plainText(block.text).slice(0, 90) : '';
  };
  return (
    <div className="page-longest">
      <span className="label">{translate('proof.longest')}</span>
      {longest.map(({ block, lines }) => (
        <button key={block} type="button" title={startOf(block)} onClick={() => onGo(block)}>
          {translate('proof.longest-line', { count: lines, start: startOf(block) })}
        </button>
      ))}
    </div>
  );
}
