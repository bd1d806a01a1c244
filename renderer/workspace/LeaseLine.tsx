import type { Lease } from '../../shared/desk/lease';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { nameOf } from '../session/piece-session';
import { usePiece, useSession } from '../session/SessionContext';

/** Who else has the piece open, and what one may do about it. Nobody is kept from writing. */
export function LeaseLine() {
  const translate = useTranslate();
  const session = useSession();
  const holder = usePiece(({ news }) => news.holder);
  const readOnly = usePiece((state) => state.readOnly);
  const along = usePiece((state) => state.along);
  if (readOnly) {
    return (
      <div className="piece-line" role="status" data-tone="held">
        <span>
          {holder ? <HolderWords holder={holder} /> : translate('desks.free')} {translate('desks.reading')}
        </span>
        <button type="button" className="button" onClick={() => runCommand('read-only')}>
          {translate('desks.write-again')}
        </button>
        {holder && <TakeOver />}
      </div>
    );
  }
  if (!holder || along === nameOf(holder)) return null;
  return (
    <div className="piece-line" role="status" data-tone="held">
      <span>
        <HolderWords holder={holder} /> {translate('desks.merged-note')}
      </span>
      <button type="button" className="button" onClick={() => session.editAlong()}>
        {translate('desks.edit-along')}
      </button>
      <button type="button" className="button" onClick={() => runCommand('read-only')}>
        {translate('desks.read-only')}
      </button>
      <TakeOver />
    </div>
  );
}

function TakeOver() {
  const translate = useTranslate();
  return (
    <button type="button" className="button" onClick={() => runCommand('take-over')}>
      {translate('desks.take-over')}
    </button>
  );
}

function HolderWords({ holder }: { readonly holder: Lease }) {
  const translate = useTranslate();
  return <>{translate('desks.held', holderValues(holder, translate.language))}</>;
}

/** Who it is, where and since when, as the sentences want it. A clock that makes no sense is left out. */
export function holderValues({ name, machine, since }: Lease, language: string) {
  const at = Date.parse(since);
  const time = Number.isNaN(at)
    ? '–'
    : new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(at);
  return { name: name === '' ? machine : name, machine, time };
}

/** One line for what came in from somebody else while the piece was open. */
export function TookInLine() {
  const translate = useTranslate();
  const session = useSession();
  const tookIn = usePiece((state) => state.tookIn);
  if (!tookIn) return null;
  const { by, places, conflicts } = tookIn;
  return (
    <div className="piece-line" role="status">
      <span>
        {translate(by === '' ? 'desks.took-in' : 'desks.took-in-by', { name: by, count: places })}{' '}
        {conflicts.length > 0 && translate('desks.took-in-conflicts', { count: conflicts.length })}
      </span>
      {conflicts.length > 0 && (
        <button type="button" className="button" onClick={() => runCommand('panel-conflicts')}>
          {translate('desks.show-conflicts')}
        </button>
      )}
      <button type="button" className="text-button" onClick={() => session.dismissTookIn()}>
        {translate('app.dismiss')}
      </button>
    </div>
  );
}
