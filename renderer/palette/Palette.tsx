import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useMemo } from 'react';
import type { CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import { describeRemark } from '../../shared/checks/describe-remark';
import { fold } from '../../shared/text/fold';
import { canDo } from '../../shared/review/workflow';
import { shortcutLabel } from '../app/keyboard';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { closeDialog, useShell } from '../app/shell-store';
import { standingNow, stepOfCommand } from '../review/steps';
import { useDesk } from '../photos/desk/desk-store';
import { focusWork } from '../photos/desk/desk-focus';
import './Palette.css';

/** It is open already. */
const NOT_LISTED: ReadonlySet<CommandId> = new Set(['palette']);

interface Row {
  readonly id: CommandId;
  readonly label: string;
  readonly shortcut?: string;
  /** Why it does nothing where the caret stands. */
  readonly reason?: string;
}

/** Of the steps of review, those that the one at work may take now; every other command. */
function applies(id: CommandId): boolean {
  const step = stepOfCommand(id);
  const standing = standingNow();
  return !step || !standing || canDo(step, standing);
}

/** Every command that applies now, found by any part of its name with or without accents. */
export function Palette() {
  const translate = useTranslate();
  const session = useShell((state) => state.session);
  const atDesk = useDesk((state) => state.desk !== null);
  const rows = useMemo(
    () =>
      COMMANDS.filter(
        ({ id, needs }) =>
          !NOT_LISTED.has(id) &&
          (needs === 'nothing' || (session && (needs !== 'photo-desk' || atDesk))) &&
          applies(id),
      ).map(({ id, shortcut }): Row => {
        const refused = session?.store.getState().caret?.refused.get(id);
        return {
          id,
          label: translate.loose(`commands.${id}`),
          ...(shortcut ? { shortcut } : {}),
          ...(refused ? { reason: describeRemark(translate, refused) } : {}),
        };
      }),
    [translate, session, atDesk],
  );
  const run = ({ id }: Row) => {
    closeDialog();
    // After the dialog is gone: the command acts where the caret was.
    setTimeout(() => {
      focusWork(session);
      runCommand(id);
    }, 0);
  };
  const leave = () => {
    closeDialog();
    setTimeout(() => focusWork(session), 0);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className="palette" finalFocus={false} aria-label={translate('app.palette')}>
          <Autocomplete.Root
            open
            inline
            items={rows}
            itemToStringValue={(row: Row) => row.label}
            filter={(row: Row, query) => fold(row.label.normalize('NFC')).includes(fold(query.normalize('NFC').trim()))}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className="palette-input"
              aria-label={translate('app.palette')}
              placeholder={translate('app.palette-hint')}
            />
            <Autocomplete.Empty className="palette-empty">{translate('app.palette-empty')}</Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(row: Row) => (
                <Autocomplete.Item
                  key={row.id}
                  value={row}
                  className="palette-row"
                  title={row.reason}
                  {...(row.reason === undefined
                    ? {}
                    : {
                        'aria-disabled': true,
                        'aria-label': row.label,
                        'aria-describedby': `palette-reason-${row.id}`,
                      })}
                  onClick={() => run(row)}
                >
                  <span>
                    {row.label}
                    {row.reason !== undefined && (
                      <span id={`palette-reason-${row.id}`} className="palette-reason">
                        {row.reason}
                      </span>
                    )}
                  </span>
                  {row.shortcut && <kbd>{shortcutLabel(row.shortcut)}</kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
