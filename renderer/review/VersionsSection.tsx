import { useEffect, useState } from 'react';
import type { LogEntry } from '../../shared/review/log';
import type { KeptVersion } from '../../shared/review/piece-review';
import type { Translate } from '../../shared/i18n/translate';
import { useTranslate } from '../app/language';
import { useSession } from '../session/SessionContext';
import { useClock } from './clock';
import { readVersions } from './follow-review';
import { useReview } from './review-store';
import { compareVersions, keepVersion } from './versions';

/** So many are listed before somebody asks for the rest. */
const SHOWN = 8;

/** The kept versions, newest first: those that somebody put a name to are told from those that the program kept. */
export function VersionsSection() {
  const translate = useTranslate();
  const session = useSession();
  const { versions, read } = useReview();
  const [note, setNote] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [all, setAll] = useState(false);
  // The program has kept some since the list was read.
  useEffect(() => void readVersions(session), [session]);
  if (!versions) return null;
  const entries = new Map<string, LogEntry>();
  for (const entry of read?.review.log ?? []) if (entry.version) entries.set(entry.version, entry);
  const shown = all ? versions.versions : versions.versions.slice(0, SHOWN);
  const hidden = versions.versions.length - shown.length;
  const pick = (name: string, on: boolean) =>
    setPicked((now) => (on ? [...now.slice(-1), name] : now.filter((one) => one !== name)));
  const [older, newer] = [...picked].sort();
  return (
    <section className="panel-section" aria-label={translate('approval.versions')}>
      <h2 className="label">{translate('approval.versions')}</h2>
      <form
        className="version-keep"
        onSubmit={(event) => {
          event.preventDefault();
          void keepVersion(session, note.normalize('NFC').trim()).then(() => setNote(''));
        }}
      >
        <input
          value={note}
          maxLength={500}
          aria-label={translate('approval.version-note')}
          placeholder={translate('approval.version-note')}
          onChange={({ target }) => setNote(target.value)}
        />
        <button type="submit" className="button">
          {translate('approval.version-keep')}
        </button>
      </form>
      {versions.versions.length === 0 && <p className="panel-note">{translate('approval.versions-none')}</p>}
      {shown.length > 0 && (
        <ul className="versions">
          {shown.map((version) => (
            <VersionRow
              key={version.name}
              version={version}
              entry={entries.get(version.name)}
              picked={picked.includes(version.name)}
              onPick={(on) => pick(version.name, on)}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" className="text-button version-more" onClick={() => setAll(true)}>
          {translate('approval.log-more', { count: hidden })}
        </button>
      )}
      {older && newer ? (
        <button
          type="button"
          className="button version-more"
          onClick={() => void compareVersions(session, older, newer)}
        >
          {translate('approval.compare-picked')}
        </button>
      ) : (
        shown.length > 1 && <p className="panel-note">{translate('approval.compare-hint')}</p>
      )}
    </section>
  );
}

interface VersionRowProps {
  readonly version: KeptVersion;
  readonly entry: LogEntry | undefined;
  readonly picked: boolean;
  readonly onPick: (on: boolean) => void;
}

function VersionRow({ version: { name, at }, entry, picked, onPick }: VersionRowProps) {
  const translate = useTranslate();
  const session = useSession();
  const time = useClock()(at);
  return (
    <li>
      <input
        type="checkbox"
        checked={picked}
        aria-label={translate('approval.version-pick', { time })}
        onChange={({ target }) => onPick(target.checked)}
      />
      <span className="version-words">
        <span>{time}</span>
        <span className="panel-note">{wordsOf(entry, translate)}</span>
      </span>
      <button type="button" className="text-button" onClick={() => void compareVersions(session, name)}>
        {translate('approval.compare-now')}
      </button>
    </li>
  );
}

function wordsOf(entry: LogEntry | undefined, translate: Translate): string {
  if (!entry) return translate('approval.version-auto');
  const { what, by, about } = entry;
  if (what === 'version' && about) return `${about} · ${by}`;
  return `${translate(`review.did-${what}`)} · ${by}`;
}
