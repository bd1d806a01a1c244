import { X } from 'lucide-react';
import { activeProfile } from '../../shared/review/profile';
import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';
import { ProfileForm } from './ProfileForm';
import { chooseProfile, removeProfile } from './profiles';
import './profiles.css';

/** Who works at this machine: one of them at a time. */
export function ProfilesEditor() {
  const translate = useTranslate();
  const settings = useShell((state) => state.settings);
  const active = activeProfile(settings);
  return (
    <div className="profiles">
      {settings.profiles.length > 0 && (
        <ul role="radiogroup" aria-label={translate('approval.profiles-title')}>
          {settings.profiles.map(({ id, name, role }) => (
            <li key={id}>
              <label>
                <input type="radio" name="profile" checked={id === active?.id} onChange={() => chooseProfile(id)} />
                <span>
                  <b>{name}</b> {translate(`review.role-${role}`)}
                </span>
              </label>
              <button
                type="button"
                className="icon-button"
                aria-label={translate('approval.profile-remove', { name })}
                title={translate('approval.profile-remove', { name })}
                onClick={() => removeProfile(id)}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProfileForm action={translate('approval.profile-add')} />
      <p className="modal-note">{translate('approval.who-note')}</p>
    </div>
  );
}
