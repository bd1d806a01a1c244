import { useId, useState } from 'react';
import { useTranslate } from '../../app/language';
import { readDay, showDay, weekdayOf } from './typed-day';

interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD, or empty. */
  readonly day: string;
  /** Undefined while what stands in the line cannot be read. */
  readonly onChange: (day: string | undefined) => void;
}

/**
 * A day, typed day before month whatever the country of the system; the weekday behind it tells how it was read. What cannot
 * be read is told on leaving the line.
 */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const translate = useTranslate();
  const id = useId();
  const [line, setLine] = useState(showDay(day));
  const [left, setLeft] = useState(false);
  const read = readDay(line);
  const unread = left && read === undefined;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        value={line}
        placeholder={translate('rounds.day-example')}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={unread}
        aria-describedby={`${id}-read`}
        onChange={({ target }) => {
          setLine(target.value);
          setLeft(false);
          onChange(readDay(target.value));
        }}
        onKeyDown={({ key }) => key === 'Enter' && setLeft(true)}
        onBlur={() => {
          setLeft(true);
          if (read) setLine(showDay(read));
        }}
      />
      <p id={`${id}-read`} className={unread ? 'panel-warn' : 'panel-note'} role={unread ? 'alert' : undefined}>
        {unread ? translate('rounds.day-unread') : read ? weekdayOf(read, translate.language) : ''}
      </p>
    </div>
  );
}
