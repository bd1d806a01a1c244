import { useMemo, useState } from 'react';
import { checkInterview } from '../../shared/checks/check-interview';
import { describeRemark } from '../../shared/checks/describe-remark';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { withoutChecked } from '../checks/group-remarks';
import { usePiece, useSession } from '../session/SessionContext';
import { copyInterview } from './copy-interview';
import { LeaseLine, TookInLine } from './LeaseLine';

/** One quiet line each for who else has the piece, what came in from others, what came back after a crash, what an import or paste left out, and a disk that refuses. */
export function PieceLines() {
  return (
    <>
      <FailureLine />
      <LeaseLine />
      <TookInLine />
      <RecoveredLine />
      <RemarksLine />
    </>
  );
}

function FailureLine() {
  const translate = useTranslate();
  const session = useSession();
  const save = usePiece((state) => state.save);
  if (save.kind !== 'failed') return null;
  return (
    <div className="piece-line" data-tone="problem" role="alert">
      <span>
        {translate('app.save-failed')} {translate.loose(`failures.${save.failure.kind}`, { ...save.failure })}{' '}
        {translate('app.text-is-safe')}
      </span>
      <button type="button" className="button" onClick={() => session.queue.retry()}>
        {translate('app.retry')}
      </button>
      <button type="button" className="button" onClick={() => runCommand('save-copy')}>
        {translate('app.save-copy')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => copyInterview(session.editor?.read() ?? session.store.getState().interview)}
      >
        {translate('app.copy-text')}
      </button>
    </div>
  );
}

function RecoveredLine() {
  const translate = useTranslate();
  const session = useSession();
  const recovered = usePiece((state) => state.recovered);
  const [open, setOpen] = useState(false);
  if (!recovered) return null;
  const time = new Intl.DateTimeFormat(translate.language, { dateStyle: 'short', timeStyle: 'short' }).format(
    recovered.at,
  );
  return (
    <div className="piece-line" role="status">
      <span>{translate('app.recovered', { time })}</span>
      <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {translate('app.recovered-show')}
      </button>
      <button type="button" className="text-button" onClick={() => session.dismissRecovered()}>
        {translate('app.dismiss')}
      </button>
      {open && (
        <ul className="recovered" tabIndex={0} aria-label={translate('app.recovered-show')}>
          {recovered.texts.map(({ block, before, after }, at) => (
            <li key={`${block}-${at}`}>
              {before !== '' && <del>{before}</del>}
              <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RemarksLine() {
  const translate = useTranslate();
  const session = useSession();
  const all = usePiece((state) => state.remarks);
  // Against the piece as it was opened: what is asked for beside the text need not be asked here too.
  const asked = useMemo(() => checkInterview(session.opened.interview), [session]);
  const remarks = withoutChecked(all, asked);
  if (remarks.length === 0) return null;
  return (
    <div className="piece-line" role="status">
      <span>{remarks.map((remark) => describeRemark(translate, remark)).join(' ')}</span>
      <button type="button" className="text-button" onClick={() => session.dismissRemarks()}>
        {translate('app.dismiss')}
      </button>
    </div>
  );
}
