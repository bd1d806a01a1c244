import type { Translate } from '../i18n/translate';
import type { LogEntry } from './log';

/** The log, one entry to a line: number, time, who, what, the state after it, the content's hash, note and reason. */
export function logAsText(log: readonly LogEntry[], translate: Translate): string {
  if (log.length === 0) return `${translate('review.log-empty')}\n`;
  return log.map((entry) => `${line(entry, translate)}\n`).join('');
}

function line({ seq, at, by, role, what, state, reason, about, content }: LogEntry, translate: Translate): string {
  return [
    String(seq).padStart(3),
    at,
    `${by} (${translate(`review.role-${role}`)})`,
    translate(`review.did-${what}`),
    `→ ${translate(`review.state-${state}`)}`,
    content?.slice(0, 12),
    about,
    reason && `“${reason.replace(/\s+/g, ' ')}”`,
  ]
    .filter(Boolean)
    .join('  ');
}
