import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { PieceId, PieceSummary } from '../../shared/ipc/contract';
import { useTranslate } from '../app/language';
import { openPiece } from '../app/open-piece';
import { useClock } from '../review/clock';
import { removePiece, saveTextOf } from './desk-store';
import { PieceMark } from './PieceMark';

/** The pieces, newest first. Arrow keys walk, Enter opens, Delete asks and moves to the trash. */
export function PieceList({ pieces }: { readonly pieces: readonly PieceSummary[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [asked, setAsked] = useState<PieceId | null>(null);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.piece-open') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    event.preventDefault();
  };
  return (
    <ul className="pieces" ref={list} onKeyDown={walk}>
      {pieces.map((piece) => (
        <li key={piece.id}>
          <PieceRow piece={piece} onAsk={() => setAsked(piece.id)} />
          {asked === piece.id && <RemoveQuestion piece={piece} onDone={() => setAsked(null)} />}
        </li>
      ))}
    </ul>
  );
}

function PieceRow({ piece, onAsk }: { readonly piece: PieceSummary; readonly onAsk: () => void }) {
  const translate = useTranslate();
  const clock = useClock();
  const facts = [
    // A name that is still the template's blank is not known yet.
    piece.interviewee.includes('{{') ? '' : piece.interviewee,
    translate('desk.answered', { answered: piece.answered, pairs: piece.pairs }),
    ...(piece.photos > 0 ? [translate('desk.photos', { count: piece.photos })] : []),
  ].filter((fact) => fact !== '');
  return (
    <div className="piece-row">
      <button
        type="button"
        className="piece-open"
        onClick={() => void openPiece(piece.id)}
        onKeyDown={(event) => event.key === 'Delete' && onAsk()}
      >
        <strong>{piece.headline || translate('desk.untitled')}</strong>
        {piece.problem ? (
          <span className="piece-problem">
            {translate.loose(`failures.${piece.problem.kind}`, { ...piece.problem })}
          </span>
        ) : (
          <span>
            <PieceMark mark={piece.review} />
            {facts.join(' · ')}
            {piece.openBy && (
              <b className="piece-open-by">
                {' · '}
                {translate('desks.open-by', { name: piece.openBy.name || piece.openBy.machine })}
              </b>
            )}
          </span>
        )}
        <time dateTime={new Date(piece.modified).toISOString()}>{clock(piece.modified)}</time>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={translate('desk.remove-named', { name: piece.headline || piece.id })}
        title={translate('desk.remove')}
        onClick={onAsk}
      >
        <Trash2 size={15} aria-hidden />
      </button>
      {canBeSalvaged(piece) && (
        <button type="button" className="button piece-salvage" onClick={() => void saveTextOf(piece.id)}>
          {translate('desk.save-text')}
        </button>
      )}
    </div>
  );
}

/** The file is there, but it is no whole piece any more. */
function canBeSalvaged({ problem }: PieceSummary): boolean {
  return problem?.kind === 'damaged' || problem?.kind === 'not-ours' || problem?.kind === 'migration-failed';
}

function RemoveQuestion({ piece, onDone }: { readonly piece: PieceSummary; readonly onDone: () => void }) {
  const translate = useTranslate();
  return (
    <p className="piece-question" role="alert" onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      {translate('desk.remove-question')}
      <button type="button" className="button" onClick={() => void removePiece(piece.id).then(onDone)}>
        {translate('desk.remove')}
      </button>
      <button type="button" className="button" autoFocus onClick={onDone}>
        {translate('desk.keep')}
      </button>
    </p>
  );
}
