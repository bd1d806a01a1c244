import { useEffect, useState } from 'react';
import { EXPORT_FORMATS } from '../../shared/ipc/contract';
import type { ExportedFiles, ExportFormat, ExportProgress } from '../../shared/ipc/contract';
import type { ExportWish } from '../../shared/review/piece-review';
import { useTranslate } from '../app/language';
import { closeDialog } from '../app/shell-store';
import { galley } from '../galley';
import { readReview } from '../review/follow-review';
import type { PieceSession } from '../session/piece-session';
import { Modal } from '../ui/Modal';
import { ReasonedButton } from '../ui/ReasonedButton';
import { ApprovalChoice } from './ApprovalChoice';
import { ConditionChoice } from './ConditionChoice';
import { ExportResult, ExportRunning } from './ExportSteps';
import './ExportDialog.css';

type State =
  | { readonly kind: 'choosing'; readonly problem?: { readonly kind: string } }
  | { readonly kind: 'running'; readonly progress: ExportProgress | null }
  | { readonly kind: 'done'; readonly files: ExportedFiles };

/** Formats with photos or pages in the inks of a press. */
const FOR_PRESS: ReadonlySet<ExportFormat> = new Set(['press-pdf', 'idml', 'icml', 'package']);

/** From the choice of formats to the list of files that were written. */
export function ExportDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['web', 'pdf']);
  const [wish, setWish] = useState<ExportWish>('now');
  const [state, setState] = useState<State>({ kind: 'choosing' });
  useEffect(
    () =>
      galley.on('export:progress', (progress) =>
        setState((now) => (now.kind === 'running' ? { kind: 'running', progress } : now)),
      ),
    [],
  );
  const start = async () => {
    setState({ kind: 'running', progress: null });
    session.editor?.flush();
    if (!(await session.queue.drained())) return setState({ kind: 'choosing', problem: { kind: 'unsaved' } });
    const result = await galley.call('export:start', session.opened.piece, formats, wish);
    if (!result.ok) setState({ kind: 'choosing', problem: result.failure });
    else setState(result.value ? { kind: 'done', files: result.value } : { kind: 'choosing' });
    void readReview(session);
  };
  const close = () => {
    if (state.kind === 'running') void galley.call('export:cancel');
    else closeDialog();
  };
  return (
    <Modal wide title={translate('app.export-title')} closeLabel={translate('app.close')} onClose={close}>
      {state.kind === 'choosing' && (
        <form
          className="modal-form"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <div className="export-formats">
            {EXPORT_FORMATS.map((format) => (
              <label key={format} className="export-format">
                <input
                  type="checkbox"
                  checked={formats.includes(format)}
                  onChange={({ target }) =>
                    setFormats(
                      EXPORT_FORMATS.filter((one) => (one === format ? target.checked : formats.includes(one))),
                    )
                  }
                />
                <span>
                  <strong>{translate.loose(`app.export-${format}`)}</strong>
                  {translate.loose(`app.export-${format}-about`)}
                </span>
              </label>
            ))}
          </div>
          {formats.some((format) => FOR_PRESS.has(format)) && <ConditionChoice />}
          <ApprovalChoice wish={wish} onChoose={setWish} />
          {state.problem && (
            <p className="export-problem" role="alert">
              {translate.loose(
                state.problem.kind === 'unsaved' ? 'app.export-unsaved' : `failures.${state.problem.kind}`,
                { ...state.problem },
              )}
            </p>
          )}
          <div className="modal-actions export-start">
            {formats.length === 0 && <p className="export-lacking">{translate('exports.none-chosen')}</p>}
            <ReasonedButton
              type="submit"
              className="button primary"
              reason={formats.length === 0 ? translate('exports.none-chosen') : null}
            >
              {translate('app.export-start')}
            </ReasonedButton>
          </div>
        </form>
      )}
      {state.kind === 'running' && <ExportRunning progress={state.progress} />}
      {state.kind === 'done' && <ExportResult files={state.files} />}
    </Modal>
  );
}
