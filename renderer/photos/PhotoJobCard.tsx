import { useEffect } from 'react';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { TakenMany } from '../../shared/ipc/contract';
import { useTranslate } from '../app/language';
import { galley } from '../galley';
import { dismissOutcome, showProgress, stopJob, usePhotoJob } from './photo-job';
import './PhotoJobCard.css';

/** How far the taking in of pictures is, with a way to stop it; afterwards what could not be taken, file by file. */
export function PhotoJobCard() {
  const translate = useTranslate();
  const job = usePhotoJob((state) => state.job);
  const outcome = usePhotoJob((state) => state.outcome);
  useEffect(() => galley.on('photos:progress', showProgress), []);
  if (job?.kind === 'take-in' && job.progress) {
    const { done, total, name } = job.progress;
    return (
      <div className="photo-job" role="status">
        <span>{translate(job.stopped ? 'photodesk.stopping' : 'photodesk.taking', { done, total })}</span>
        <progress value={done} max={total} aria-label={translate('photodesk.taking', { done, total })} />
        <span className="photo-job-name">{name}</span>
        <button type="button" className="button" disabled={job.stopped} onClick={stopJob}>
          {translate('app.cancel')}
        </button>
      </div>
    );
  }
  return outcome && <Outcome outcome={outcome} />;
}

function Outcome({ outcome }: { readonly outcome: TakenMany }) {
  const translate = useTranslate();
  const { taken, refused, duplicates, remarks, stopped } = outcome;
  return (
    <div className="photo-job photo-outcome" role="alert">
      <p>
        {translate('photodesk.taken', { count: taken.length })}
        {stopped > 0 && ` ${translate('photodesk.not-taken-stopped', { count: stopped })}`}
      </p>
      <ul tabIndex={0} aria-label={translate('photodesk.outcome')}>
        {refused.map(({ name, failure: { kind, ...values } }, at) => (
          <li key={`r${at}`} data-tone="problem">
            <b>{name}</b> {translate.loose(`failures.${kind}`, values)}
          </li>
        ))}
        {duplicates.map(({ name, of }, at) => (
          <li key={`d${at}`}>
            <b>{name}</b> {translate('photodesk.duplicate', { of })}
          </li>
        ))}
        {remarks.map(({ name, remark }, at) => (
          <li key={`m${at}`}>
            <b>{name}</b> {describeRemark(translate, remark)}
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={dismissOutcome}>
        {translate('app.dismiss')}
      </button>
    </div>
  );
}
