import { PencilLine } from 'lucide-react';
import { useMemo } from 'react';
import { changesOf } from '../../../shared/review/suggest/changes';
import { useTranslate } from '../../app/language';
import { runCommand } from '../../app/run-command';
import { usePiece } from '../../session/SessionContext';
import { useSettled } from '../../session/use-settled';
import { useSuggestName } from './suggest-name';
import './SuggestMark.css';

/** In the status line: that what is typed is only proposed, and how many proposals wait. */
export function SuggestMark() {
  const translate = useTranslate();
  const name = useSuggestName();
  const suggesting = usePiece((state) => state.suggesting);
  const interview = useSettled(usePiece((state) => state.interview));
  const count = useMemo(() => changesOf(interview).length, [interview]);
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
        <button type="button" onClick={() => runCommand('panel-review')}>
          {translate('suggest.count', { count })}
        </button>
      )}
    </>
  );
}
