import { useCallback } from 'react';
import type { CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import { describeRemark } from '../../shared/checks/describe-remark';
import { canDo } from '../../shared/review/workflow';
import { holdsTyped } from '../../shared/text/fold';
import { shortcutLabel } from '../app/keyboard';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { closeDialog, useShell } from '../app/shell-store';
import { standingNow, stepOfCommand } from '../review/steps';
import { useDesk } from '../photos/desk/desk-store';
import { focusWork } from '../photos/desk/desk-focus';
import { FilteredList, type ListRow } from '../ui/FilteredList';

/** It is open already. */
const NOT_LISTED: ReadonlySet<CommandId> = new Set(['palette']);

interface Row extends ListRow {
  readonly id: CommandId;
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
  const find = useCallback(
    (typed: string): readonly Row[] =>
      COMMANDS.filter(
        ({ id, needs }) =>
          !NOT_LISTED.has(id) &&
          (needs === 'nothing' || (session && (needs !== 'photo-desk' || atDesk))) &&
          applies(id),
      )
        .map(({ id, shortcut }): Row => {
          const refused = session?.store.getState().caret?.refused.get(id);
          return {
            id,
            words: translate.loose(`commands.${id}`),
            beside: shortcut && shortcutLabel(shortcut),
            reason: refused && describeRemark(translate, refused),
          };
        })
        .filter(({ words }) => holdsTyped(words, typed)),
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
    <FilteredList
      label={translate('app.palette')}
      hint={translate('app.palette-hint')}
      nothing={translate('app.palette-empty')}
      find={find}
      onChoose={run}
      onLeave={leave}
    />
  );
}
