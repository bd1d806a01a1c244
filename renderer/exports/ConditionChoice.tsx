import { useState } from 'react';
import type { ConditionFailure } from '../../shared/ipc/contract';
import { CONDITION_NAMES, INK_LIMITS } from '../../shared/print/press-conditions';
import { useTranslate } from '../app/language';
import { writeSettings } from '../app/run-command';
import { useShell } from '../app/shell-store';
import { galley } from '../galley';

/** What the press files are made for: paper and ink, ours or the printer's own profile. Every choice holds at once. */
export function ConditionChoice() {
  const translate = useTranslate();
  const { condition, ownCondition } = useShell((state) => state.settings);
  const [problem, setProblem] = useState<ConditionFailure | null>(null);
  const load = async () => {
    const result = await galley.call('settings:choose-condition');
    setProblem(result.ok ? null : result.failure);
    if (result.ok && result.value) useShell.setState({ settings: result.value });
  };
  const limit = condition === 'own' ? (ownCondition?.inkLimit ?? null) : INK_LIMITS[condition];
  return (
    <fieldset className="export-choice">
      <legend className="label">{translate('exports.condition')}</legend>
      {CONDITION_NAMES.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="condition"
            checked={condition === name}
            onChange={() => writeSettings({ condition: name })}
          />
          {translate.loose(`exports.condition-${name}`)}
        </label>
      ))}
      {ownCondition && (
        <label>
          <input
            type="radio"
            name="condition"
            checked={condition === 'own'}
            onChange={() => writeSettings({ condition: 'own' })}
          />
          {translate('exports.condition-own', { name: ownCondition.name })}
        </label>
      )}
      <p className="export-ink">
        <span role="status">
          {limit === null ? translate('exports.condition-ink-unknown') : translate('exports.condition-ink', { limit })}
        </span>
        <button type="button" className="button" onClick={() => void load()}>
          {translate('exports.condition-load')}
        </button>
      </p>
      {problem && (
        <p className="export-problem" role="alert">
          {translate.loose(`failures.${problem.kind}`, { ...problem })}
        </p>
      )}
    </fieldset>
  );
}
