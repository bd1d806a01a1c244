import type { ExportedFiles, ExportProgress } from '../../shared/ipc/contract';
import { describeRemark } from '../../shared/checks/describe-remark';
import { useTranslate } from '../app/language';
import { galley } from '../galley';

/** What is being made, how far it is, and the way to stop it. */
export function ExportRunning({ progress }: { readonly progress: ExportProgress | null }) {
  const translate = useTranslate();
  return (
    <div className="modal-form">
      <label className="field">
        <span aria-live="polite">
          {progress ? translate.loose(`app.export-${progress.format}`) : translate('app.export-waiting')}
        </span>
        <progress {...(progress ? { value: progress.done } : {})} max={1} />
      </label>
      <div className="modal-actions">
        <button type="button" className="button" autoFocus onClick={() => void galley.call('export:cancel')}>
          {translate('app.cancel')}
        </button>
      </div>
    </div>
  );
}

/** Where the files are and what was noticed while making them. */
export function ExportResult({ files }: { readonly files: ExportedFiles }) {
  const translate = useTranslate();
  return (
    <div className="modal-form">
      <p role="status">{translate('app.export-done', { count: files.files.length, folder: files.folder })}</p>
      <ul className="export-files" tabIndex={0} aria-label={translate('app.export-files')}>
        {files.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      {files.remarks.length > 0 && (
        <ul className="export-remarks">
          {files.remarks.map((remark, index) => (
            <li key={index}>{describeRemark(translate, remark)}</li>
          ))}
        </ul>
      )}
      <div className="modal-actions">
        <button type="button" className="button primary" autoFocus onClick={() => void galley.call('export:reveal')}>
          {translate('app.export-open')}
        </button>
      </div>
    </div>
  );
}
