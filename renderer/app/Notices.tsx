import { X } from 'lucide-react';
import { wordedValues } from '../../shared/i18n/worded-values';
import { useTranslate } from './language';
import { runCommand } from './run-command';
import { dismissNotice, useShell } from './shell-store';
import './Notices.css';

/** What was said quietly: it stays until it is put away, so that nobody misses it by looking elsewhere. */
export function Notices() {
  const translate = useTranslate();
  const notices = useShell((state) => state.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, tone, text, values, command }) => (
        <div key={id} className="notice" data-tone={tone}>
          <span>{translate.loose(text, values && wordedValues(values, translate))}</span>
          {command && (
            <button type="button" className="notice-command" onClick={() => runCommand(command)}>
              {translate(`commands.${command}`)}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={translate('app.dismiss')}
            onClick={() => dismissNotice(id)}
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}
