import { useState } from 'react';
import { NAME_LIMIT } from '../../shared/review/profile';
import type { Role } from '../../shared/review/workflow';
import { ROLES } from '../../shared/review/workflow';
import { useTranslate } from '../app/language';
import { addProfile } from './profiles';
import './profiles.css';

/** A name and a role, and the button that puts them to work. */
export function ProfileForm({ action, onDone }: { readonly action: string; readonly onDone?: () => void }) {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('journalist');
  const given = name.normalize('NFC').trim();
  return (
    <form
      className="profile-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '') return;
        addProfile(given, role);
        setName('');
        onDone?.();
      }}
    >
      <label className="field">
        <span className="label">{translate('approval.name')}</span>
        <input value={name} maxLength={NAME_LIMIT} onChange={({ target }) => setName(target.value)} />
      </label>
      <label className="field">
        <span className="label">{translate('approval.role')}</span>
        <select
          value={role}
          onChange={({ target }) => setRole(ROLES.find((one) => one === target.value) ?? 'journalist')}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {translate(`review.role-${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={given === ''}>
        {action}
      </button>
    </form>
  );
}
