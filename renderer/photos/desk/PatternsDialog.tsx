import { useState } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { shownPictures } from '../../../shared/interview/shown-pictures';
import {
  fillPattern,
  OWN_PATTERNS_LIMIT,
  patternCredit,
  PATTERN_LIMIT,
  unknownNames,
} from '../../../shared/photos/caption-pattern';
import type { CaptionPattern } from '../../../shared/photos/caption-pattern';
import { deskVariables } from '../../../shared/photos/desk-fields';
import { photoOf, pictureOf } from '../../../shared/photos/desk-photos';
import { useTranslate } from '../../app/language';
import { writeSettings } from '../../app/run-command';
import { closeDialog, useShell } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import { Modal } from '../../ui/Modal';
import { ReasonedButton } from '../../ui/ReasonedButton';
import { useDesk } from './desk-store';
import './PatternsDialog.css';

/** The paper's own caption patterns: each with what it makes of the photo that is shown. */
export function PatternsDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const own = useShell(({ settings }) => settings.ownPatterns);
  const [patterns, setPatterns] = useState(own);
  // Kept with every key: a dialog that is closed by a click beside it has nothing to lose.
  const keep = (next: readonly CaptionPattern[], chosen?: string) => {
    setPatterns(next);
    writeSettings({ ownPatterns: next, ...(chosen === undefined ? {} : { captionPattern: chosen }) });
  };
  const add = () => {
    const id = `own-${Date.now()}`;
    keep([...patterns, { id, name: '', caption: '{tên}[, {chức vụ}].', credit: 'Ảnh: {nguồn}' }], id);
  };
  return (
    <Modal title={translate('commands.photo-patterns')} closeLabel={translate('app.close')} onClose={closeDialog}>
      <div className="modal-form photodesk-patterns">
        <p className="panel-note">{translate('photodesk.pattern-how')}</p>
        {patterns.map((pattern, at) => (
          <PatternEntry
            key={pattern.id}
            session={session}
            pattern={pattern}
            number={at + 1}
            onChange={(next) => keep(patterns.map((each) => (each.id === next.id ? next : each)))}
            onRemove={() => keep(patterns.filter(({ id }) => id !== pattern.id))}
          />
        ))}
        <div className="modal-actions">
          <ReasonedButton
            className="button"
            reason={
              patterns.length >= OWN_PATTERNS_LIMIT
                ? translate('photodesk.patterns-full', { most: OWN_PATTERNS_LIMIT })
                : null
            }
            onClick={add}
          >
            <Plus size={14} aria-hidden /> {translate('photodesk.pattern-add')}
          </ReasonedButton>
          <button type="button" className="button primary" onClick={closeDialog}>
            {translate('app.close')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

interface PatternEntryProps {
  readonly session: PieceSession;
  readonly pattern: CaptionPattern;
  readonly number: number;
  readonly onChange: (pattern: CaptionPattern) => void;
  readonly onRemove: () => void;
}

function PatternEntry({ session, pattern, number, onChange, onRemove }: PatternEntryProps) {
  const translate = useTranslate();
  const current = useDesk((state) => state.desk?.current ?? null);
  const { interview } = session.store.getState();
  const shown = pictureOf(shownPictures(interview), current);
  const variables = shown ? deskVariables(interview, shown, photoOf(interview, shown)) : {};
  const unknown = [...unknownNames(pattern.caption), ...unknownNames(pattern.credit)];
  const line = (field: 'name' | 'caption' | 'credit') => (
    <label className="field">
      <span className="label">{translate(`photodesk.pattern-of-${field}`)}</span>
      <input
        value={pattern[field] ?? ''}
        maxLength={PATTERN_LIMIT}
        onChange={({ target }) => onChange({ ...pattern, [field]: target.value })}
        onBlur={({ target }) => onChange({ ...pattern, [field]: target.value.normalize('NFC').trim() })}
      />
    </label>
  );
  return (
    <fieldset className="photodesk-own-pattern">
      <legend className="unseen">{pattern.name || `${translate('photodesk.pattern-untitled')} ${number}`}</legend>
      {line('name')}
      {line('caption')}
      {line('credit')}
      {unknown.length > 0 && (
        <p className="panel-warn">{translate('photodesk.pattern-unknown', { names: unknown.join(', ') })}</p>
      )}
      <p className="panel-note" role="status">
        {fillPattern(pattern.caption, variables) ?? translate('photodesk.pattern-empty')}
        {' · '}
        {patternCredit(pattern.credit, variables.credit ?? '') || translate('photodesk.pattern-no-credit')}
      </p>
      <button type="button" className="button" onClick={onRemove}>
        <Trash2 size={14} aria-hidden /> {translate('photodesk.pattern-remove')}
      </button>
    </fieldset>
  );
}
