import { activeProfile } from '../../../shared/review/profile';
import { useTranslate } from '../../app/language';
import { useShell } from '../../app/shell-store';

/** In whose name is suggested: the person at work, else only the trade. */
export function useSuggestName(): string {
  const translate = useTranslate();
  const profile = useShell(({ settings }) => activeProfile(settings)?.name);
  return profile ?? translate('suggest.journalist');
}
