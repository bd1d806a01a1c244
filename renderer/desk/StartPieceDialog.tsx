import { useState } from 'react';
import { activeProfile } from '../../shared/review/profile';
import { templateById } from '../../shared/templates/all';
import { useTranslate } from '../app/language';
import { startPiece } from '../app/open-piece';
import { closeDialog, useShell } from '../app/shell-store';
import { Modal } from '../ui/Modal';

/** The blanks of a template as one small form; what is left empty stays visible in the piece. */
export function StartPieceDialog({ template: id }: { readonly template: string }) {
  const translate = useTranslate();
  const settings = useShell((state) => state.settings);
  const template = templateById(id);
  const [values, setValues] = useState<{ readonly [id: string]: string }>({
    paper: settings.paper,
    journalist: activeProfile(settings)?.name ?? '',
  });
  const [busy, setBusy] = useState(false);
  if (!template) return null;
  const start = (variables: { readonly [id: string]: string }) => {
    setBusy(true);
    void startPiece({ template: id, variables }).finally(() => setBusy(false));
  };
  return (
    <Modal
      title={translate.loose(`templates.${id}-name`)}
      closeLabel={translate('app.close')}
      onClose={closeDialog}
      wide
    >
      <form
        className="modal-form two-columns"
        onSubmit={(event) => {
          event.preventDefault();
          start(values);
        }}
      >
        <p className="modal-note">{translate('desk.variables-note')}</p>
        {template.variables.map(({ id: variable, example }) => (
          <label key={variable} className="field">
            <span className="label">{translate.loose(`templates.variable-${variable}`)}</span>
            <input
              value={values[variable] ?? ''}
              placeholder={example}
              onChange={({ target }) => setValues((all) => ({ ...all, [variable]: target.value }))}
            />
          </label>
        ))}
        <div className="modal-actions">
          <button type="button" className="button" disabled={busy} onClick={() => start({})}>
            {translate('desk.skip')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {translate('desk.start')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
