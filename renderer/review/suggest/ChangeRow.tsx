import { Check, X } from 'lucide-react';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { UNKNOWN_AUTHOR } from '../../../shared/review/suggest/repair-suggestions';
import { useTranslate } from '../../app/language';
import { useClock } from '../clock';
import { whatOf } from './what-of';

interface ChangeRowProps {
  readonly change: OpenChange;
  readonly slot: number;
  readonly place: string;
  /** Whether the place is written: the rows of one paragraph say it once. */
  readonly showPlace: boolean;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
  readonly onDecide: (decision: 'accept' | 'refuse') => void;
}

/** So many characters of a long change are shown; the text itself shows all. */
const MOST = 140;

function short(words: string): string {
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}

/** One proposal: what it does, who made it and when, and the two answers to it. */
export function ChangeRow({ change, slot, place, showPlace, isCurrent, onGo, onDecide }: ChangeRowProps) {
  const translate = useTranslate();
  const clock = useClock();
  const what = whatOf(change, translate);
  const names = change.authors.map((name) => (name === UNKNOWN_AUTHOR ? translate('suggest.unknown-author') : name));
  const time = clock(change.at);
  const words = [
    change.deleted && `${translate('suggest.was')} “${short(change.deleted)}”`,
    change.inserted && `${translate('suggest.now')} “${short(change.inserted)}”`,
    !change.deleted && !change.inserted && `${change.before}${change.after}`,
  ].filter(Boolean);
  const spoken = translate('suggest.spoken-change', {
    what,
    words: words.join(', '),
    names: names.join(', '),
    time,
    place,
  });
  return (
    <li>
      {showPlace && <h3 className="change-place">{place}</h3>}
      <div className="change" data-author={slot} data-current={isCurrent || undefined}>
        <button
          type="button"
          className="change-words"
          tabIndex={isCurrent ? 0 : -1}
          aria-current={isCurrent}
          aria-label={spoken}
          onClick={onGo}
        >
          <Words change={change} what={what} />
          <span className="change-who">
            {names.join(', ')} · {time}
          </span>
        </button>
        <span className="change-answers">
          <button
            type="button"
            className="icon-button accept"
            tabIndex={isCurrent ? 0 : -1}
            aria-label={translate('suggest.accept-this', { change: spoken })}
            title={`${translate('suggest.accept')} · A`}
            onClick={() => onDecide('accept')}
          >
            <Check size={15} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button refuse"
            tabIndex={isCurrent ? 0 : -1}
            aria-label={translate('suggest.refuse-this', { change: spoken })}
            title={`${translate('suggest.refuse')} · R`}
            onClick={() => onDecide('refuse')}
          >
            <X size={15} aria-hidden />
          </button>
        </span>
      </div>
    </li>
  );
}

/** Was → now, as the text shows it; what is no change of words is named. */
function Words({ change, what }: { readonly change: OpenChange; readonly what: string }) {
  const { deleted, inserted, before, after, look, kind, moved } = change;
  const isWords = /[^¶\s]/.test(deleted + inserted);
  return (
    <span className="change-text">
      {(!isWords || look || kind || moved) && <b>{what}</b>}
      {before && <span className="change-around">{before}</span>}
      {isWords && deleted && <del>{short(deleted)}</del>}
      {isWords && inserted && <ins>{short(inserted)}</ins>}
      {after && <span className="change-around">{after}</span>}
    </span>
  );
}
