import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';
import { ProfileForm } from './ProfileForm';
import './profiles.css';

/** Asks once, quietly, who works here; gone as soon as somebody has said so. */
export function WhoLine() {
  const translate = useTranslate();
  const known = useShell(({ settings }) => settings.profiles.length > 0);
  if (known) return null;
  return (
    <section className="who-line" aria-label={translate('approval.who')}>
      <p title={translate('approval.who-note')}>{translate('approval.who')}</p>
      <ProfileForm action={translate('approval.profile-start')} />
    </section>
  );
}
