import { UserRound } from 'lucide-react';
import { activeProfile } from '../../shared/review/profile';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { useShell } from '../app/shell-store';
import './profiles.css';

/** Who is at work, and the way to change it. */
export function ProfileButton() {
  const translate = useTranslate();
  const settings = useShell((state) => state.settings);
  const active = activeProfile(settings);
  const role = active && translate(`review.role-${active.role}`);
  return (
    <button
      type="button"
      className="profile-button"
      title={active && role ? translate('approval.profile-at-work', { name: active.name, role }) : undefined}
      onClick={() => runCommand('profiles')}
    >
      <UserRound size={14} aria-hidden />
      {active && role
        ? translate('approval.profile-named', { name: active.name, role })
        : translate('approval.profile-none')}
    </button>
  );
}
