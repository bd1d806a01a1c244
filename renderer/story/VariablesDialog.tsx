import { useState } from 'react';
import { fillInterview } from '../../shared/templates/variables';
import { useTranslate } from '../app/language';
import { closeDialog } from '../app/shell-store';
import type { PieceSession } from '../session/piece-session';
import { Modal } from '../ui/Modal';

/** Fills the template's blanks that still stand in the text, in one undo step. */
export function VariablesDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const variables = session.store.getState().interview.variables ?? [];
  const [values, setValues] = useState<{ readonly [id: string]: string }>({});
  const fill = () => {
    const filled = variables
      .map(({ id, label, value }) => ({ id, label, value: (values[id] ?? value).trim().normalize('NFC') }))
      .filter(({ value }) => value !== '');
    // The editor fills what stands in the text; names, offices and the paper are data beside it.
    const { people, paper, section } = fillInterview(session.store.getState().interview, filled);
    session.change({
      fields: {
        people,
        ...(paper === undefined ? {} : { paper }),
        ...(section === undefined ? {} : { section }),
        variables: variables.map((one) => ({ ...one, value: filled.find(({ id }) => id === one.id)?.value ?? '' })),
      },
    });
    session.editor?.fillVariables(filled);
    closeDialog();
  };
  return (
    <Modal title={translate('commands.fill-variables')} closeLabel={translate('app.close')} onClose={closeDialog} wide>
      <form
        className="modal-form two-columns"
        onSubmit={(event) => {
          event.preventDefault();
          fill();
        }}
      >
        <p className="modal-note">
          {variables.length > 0 ? translate('desk.variables-note') : translate('desk.variables-none')}
        </p>
        {variables.map(({ id, label, value }) => (
          <label key={id} className="field">
            <span className="label">{label}</span>
            <input
              value={values[id] ?? value}
              onChange={({ target }) => setValues((all) => ({ ...all, [id]: target.value }))}
            />
          </label>
        ))}
        <div className="modal-actions">
          <button type="submit" className="button primary" disabled={variables.length === 0}>
            {translate('desk.fill')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
