import { PencilLine } from 'lucide-react';
import { useTranslate } from '../../app/language';
import { runCommand } from '../../app/run-command';
import { usePiece } from '../../session/SessionContext';
import { showReview } from '../show-review';
import { useOpenChanges } from './open-changes';
import { useSuggestName } from './suggest-name';
import './SuggestMark.css';

/** In the status line: that what is typed is only proposed, and how many proposals wait. */
export function SuggestMark() {
  const translate = useTranslate();
  const name = useSuggestName();
  const suggesting = usePiece((state) => state.suggesting);
  const count = useOpenChanges().length;
  return (
    <>
      {suggesting && (
        <button
          type="button"
          className="suggest-mark"
          title={translate('suggest.on-hint')}
          onClick={() => runCommand('suggest-mode')}
        >
          <PencilLine size={13} aria-hidden /> {translate('suggest.on', { name })}
        </button>
      )}
      {count > 0 && (
        <button type="button" onClick={() => showReview('changes')}>
          {translate('suggest.count', { count })}
        </button>
      )}
    </>
  );
}
