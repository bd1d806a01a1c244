import { useTranslate } from '../app/language';
import { writeSettings } from '../app/run-command';
import { closeDialog, notifyFailure, useShell } from '../app/shell-store';
import { galley } from '../galley';
import { ProfilesEditor } from '../profiles/ProfilesEditor';
import { DraftField } from '../ui/DraftField';
import { Modal } from '../ui/Modal';

/** Language, theme, where the desk lies, and the names that templates start with. Every choice holds at once. */
export function SettingsDialog() {
  const translate = useTranslate();
  const settings = useShell((state) => state.settings);
  const chooseDesk = async () => {
    const result = await galley.call('settings:choose-desk');
    if (!result.ok) notifyFailure(result.failure);
    else if (result.value) useShell.setState({ settings: result.value });
  };
  return (
    <Modal title={translate('commands.settings')} closeLabel={translate('app.close')} onClose={closeDialog}>
      <div className="modal-form">
        <label className="field">
          <span className="label">{translate('settings.language')}</span>
          <select
            value={settings.language}
            onChange={({ target }) => writeSettings({ language: asLanguage(target.value) })}
          >
            <option value="system">{translate('settings.as-system')}</option>
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </select>
        </label>
        <label className="field">
          <span className="label">{translate('settings.theme')}</span>
          <select value={settings.theme} onChange={({ target }) => writeSettings({ theme: asTheme(target.value) })}>
            <option value="system">{translate('settings.as-system')}</option>
            <option value="light">{translate('settings.light')}</option>
            <option value="dark">{translate('settings.dark')}</option>
          </select>
        </label>
        <DraftField
          label={translate('settings.paper')}
          value={settings.paper}
          onCommit={(paper) => writeSettings({ paper })}
        />
        <section className="field" aria-label={translate('settings.people')}>
          <span className="label">{translate('settings.people')}</span>
          <ProfilesEditor />
        </section>
        <div className="field">
          <span className="label">{translate('settings.desk')}</span>
          <span className="settings-path">{settings.desk}</span>
          <button type="button" className="button settings-choose" onClick={() => void chooseDesk()}>
            {translate('settings.choose-desk')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function asLanguage(value: string) {
  return value === 'vi' || value === 'en' ? value : 'system';
}

function asTheme(value: string) {
  return value === 'light' || value === 'dark' ? value : 'system';
}
