import { useState } from 'react';
import { describeRemark } from '../../../shared/checks/describe-remark';
import { PHOTO_DELIVERIES } from '../../../shared/ipc/contract';
import type { DeliveredPhotos, PhotoDelivery } from '../../../shared/ipc/contract';
import { useTranslate } from '../../app/language';
import { closeDialog } from '../../app/shell-store';
import { galley } from '../../galley';
import type { PieceSession } from '../../session/piece-session';
import { Modal } from '../../ui/Modal';
import { beginJob, endJob, stopJob, usePhotoJob } from '../photo-job';
import { activeField, useDesk } from './desk-store';
import './PhotoFilesDialog.css';

type State =
  | { readonly kind: 'choosing'; readonly problem?: { readonly kind: string } }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly delivered: DeliveredPhotos };

/** Files of the photos: with their texts inside, into the originals, or cut for print and web. */
export function PhotoFilesDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const selected = useDesk((state) => state.desk?.selected ?? null);
  const count = selected?.size ?? 0;
  const [use, setUse] = useState<PhotoDelivery>('copies');
  const [onlySelected, setOnlySelected] = useState(count > 1);
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const start = async () => {
    activeField()?.commit();
    session.editor?.flush();
    if (!(await session.queue.drained())) return setState({ kind: 'choosing', problem: { kind: 'unsaved' } });
    setState({ kind: 'running' });
    beginJob('deliver');
    const result = await galley.call(
      'photos:deliver',
      session.opened.piece,
      use,
      onlySelected && selected ? [...selected] : null,
    );
    endJob(null);
    if (!result.ok) setState({ kind: 'choosing', problem: result.failure });
    else setState(result.value ? { kind: 'done', delivered: result.value } : { kind: 'choosing' });
  };
  const close = () => (state.kind === 'running' ? stopJob() : closeDialog());
  return (
    <Modal title={translate('commands.photo-files')} closeLabel={translate('app.close')} onClose={close}>
      {state.kind === 'choosing' && (
        <form
          className="modal-form"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          {PHOTO_DELIVERIES.map((each) => (
            <label key={each} className="export-format">
              <input type="radio" name="photo-use" checked={use === each} onChange={() => setUse(each)} />
              <span>
                <strong>{translate(`photodesk.deliver-${each}`)}</strong>
                {translate(`photodesk.deliver-${each}-about`)}
              </span>
            </label>
          ))}
          {count > 1 && (
            <label className="panel-check">
              <input
                type="checkbox"
                checked={onlySelected}
                onChange={({ target }) => setOnlySelected(target.checked)}
              />
              {translate('photodesk.only-selected', { count })}
            </label>
          )}
          {state.problem && (
            <p className="export-problem" role="alert">
              {translate.loose(
                state.problem.kind === 'unsaved' ? 'app.export-unsaved' : `failures.${state.problem.kind}`,
                { ...state.problem },
              )}
            </p>
          )}
          <div className="modal-actions">
            <button type="submit" className="button primary">
              {translate('app.export-start')}
            </button>
          </div>
        </form>
      )}
      {state.kind === 'running' && <Running />}
      {state.kind === 'done' && <Delivered delivered={state.delivered} />}
    </Modal>
  );
}

function Running() {
  const translate = useTranslate();
  const job = usePhotoJob((state) => state.job);
  const { done = 0, total = 1, name = '' } = job?.progress ?? {};
  return (
    <div className="modal-form" role="status">
      <p>{job?.progress ? translate('photodesk.writing', { done, total }) : translate('app.export-waiting')}</p>
      <progress
        className="photodesk-progress"
        value={done}
        max={total}
        aria-label={translate('commands.photo-files')}
      />
      <p className="modal-note">{name}</p>
      <div className="modal-actions">
        <button type="button" className="button" disabled={job?.stopped ?? false} onClick={stopJob}>
          {translate('app.cancel')}
        </button>
      </div>
    </div>
  );
}

function Delivered({ delivered }: { readonly delivered: DeliveredPhotos }) {
  const translate = useTranslate();
  const { folder, files, backups, remarks, refused, stopped } = delivered;
  return (
    <div className="modal-form">
      <p>{translate('photodesk.delivered', { count: files.length, folder })}</p>
      {backups.length > 0 && <p>{translate('photodesk.backups', { count: backups.length, name: backups[0] ?? '' })}</p>}
      {stopped > 0 && <p className="panel-warn">{translate('photodesk.not-written-stopped', { count: stopped })}</p>}
      {refused.length + remarks.length > 0 && (
        <ul className="delivered-list" tabIndex={0} aria-label={translate('photodesk.outcome')}>
          {refused.map(({ name, failure: { kind, ...values } }, at) => (
            <li key={`r${at}`} className="panel-warn">
              <b>{name}</b> {translate.loose(`failures.${kind}`, values)}
            </li>
          ))}
          {remarks.map(({ name, remark }, at) => (
            <li key={`m${at}`}>
              {name !== '' && <b>{name}</b>} {describeRemark(translate, remark)}
            </li>
          ))}
        </ul>
      )}
      <div className="modal-actions">
        <button type="button" className="button primary" onClick={() => void galley.call('photos:reveal')}>
          {translate('app.export-open')}
        </button>
      </div>
    </div>
  );
}
