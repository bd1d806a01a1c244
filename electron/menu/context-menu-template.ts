import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import type { MenuOptions } from './menu-template';
import { commandItem } from './menu-template';

const CLIPBOARD: readonly CommandId[] = ['cut', 'copy', 'paste', 'paste-plain'];
const FORMATS: readonly CommandId[] = ['bold', 'italic', 'link'];
const BLOCKS: readonly CommandId[] = ['toggle-question', 'make-subhead', 'make-paragraph'];

/** What of a right click the menu depends on. */
export type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags' | 'formControlType'>;

/** The menu of a right click; the empty list where there is nothing to offer. */
export function contextMenuTemplate(
  clicked: Clicked,
  options: Pick<MenuOptions, 'translate' | 'run'>,
): MenuItemConstructorOptions[] {
  const rows = (ids: readonly CommandId[], enabled: (id: CommandId) => boolean = () => true) =>
    ids.flatMap((id) => {
      const command = COMMANDS.find((each) => each.id === id);
      return command ? [{ ...commandItem(command, options), enabled: enabled(id) }] : [];
    });
  if (!clicked.isEditable) return clicked.selectionText === '' ? [] : rows(['copy']);
  const { canCut, canCopy, canPaste } = clicked.editFlags;
  const clipboard = rows(CLIPBOARD, (id) => (id === 'cut' ? canCut : id === 'copy' ? canCopy : canPaste));
  // A plain field of a form has no marks and no blocks.
  if (clicked.formControlType !== 'none') return clipboard;
  return [...clipboard, { type: 'separator' }, ...rows(FORMATS), { type: 'separator' }, ...rows(BLOCKS)];
}
