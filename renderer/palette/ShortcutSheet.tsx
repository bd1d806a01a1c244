import { COMMANDS } from '../../shared/commands/table';
import { shortcutLabel } from '../app/keyboard';
import { useTranslate } from '../app/language';
import { closeDialog } from '../app/shell-store';
import { Modal } from '../ui/Modal';
import './ShortcutSheet.css';

const MENUS = [...new Set(COMMANDS.map(({ menu }) => menu))];

/** Every shortcut there is, by menu. */
export function ShortcutSheet() {
  const translate = useTranslate();
  return (
    <Modal title={translate('commands.shortcuts')} closeLabel={translate('app.close')} onClose={closeDialog} wide>
      <div className="shortcuts">
        {MENUS.map((menu) => {
          const commands = COMMANDS.filter((command) => command.menu === menu && command.shortcut);
          return (
            commands.length > 0 && (
              <section key={menu}>
                <h3 className="label">{translate.loose(`system.menu-${menu}`)}</h3>
                <ul>
                  {commands.map(({ id, shortcut }) => (
                    <li key={id}>
                      <span>{translate.loose(`commands.${id}`)}</span>
                      {shortcut && <kbd>{shortcutLabel(shortcut)}</kbd>}
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </Modal>
  );
}
