import { useMemo } from 'react';
import { checkInterview } from '../../shared/checks/check-interview';
import { countInterview } from '../../shared/text/counts';
import { shortcutLabel } from '../app/keyboard';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { fitSentence } from '../proof/fit-sentence';
import { useProof } from '../proof/proof-store';
import { ReviewMark } from '../review/ReviewMark';
import { SuggestMark } from '../review/suggest/SuggestMark';
import { useSettled } from '../session/use-settled';
import { usePiece } from '../session/SessionContext';

/** How long the piece is (tiếng in Vietnamese, words in other languages: nobody needs two numbers nearly alike), what is still open, and whether it is on the disk. */
export function StatusLine() {
  const translate = useTranslate();
  const interview = useSettled(usePiece((state) => state.interview));
  const selected = usePiece((state) => state.caret?.selectedCharacters ?? 0);
  const counts = useMemo(() => countInterview(interview), [interview]);
  const remarks = useMemo(() => checkInterview(interview).length, [interview]);
  const number = (value: number) => value.toLocaleString(translate.language);
  return (
    <footer className="status-line" aria-label={translate('app.status')}>
      <ReviewMark />
      {/^vi\b/i.test(interview.language) ? (
        <span>
          <b>{number(counts.syllables)}</b> {translate('app.syllables')}
        </span>
      ) : (
        <span>
          <b>{number(counts.words)}</b> {translate('app.words')}
        </span>
      )}
      <span className="status-characters">
        <b>{number(counts.characters)}</b> {translate('app.characters')}
      </span>
      <FitMark />
      {selected > 0 && <span>{translate('app.selected', { count: selected })}</span>}
      <button type="button" onClick={() => runCommand('panel-checks')}>
        <b>{remarks}</b> {translate('app.remarks')}
      </button>
      <SuggestMark />
      <span className="status-gap" />
      <button type="button" onClick={() => runCommand('palette')}>
        {shortcutLabel('CmdOrCtrl+K')} {translate('app.commands')}
      </button>
      <SaveMark />
    </footer>
  );
}

/** Made once: a formatter costs more than a millisecond to make. */
const CLOCK = new Intl.DateTimeFormat('vi', { timeStyle: 'medium', hour12: false });
/** The printed lines, and how they stand to the length that was assigned. */
function FitMark() {
  const translate = useTranslate();
  const fit = useProof(({ proof }) => proof?.fit);
  if (!fit) return null;
  const sentence = fitSentence(translate, fit);
  return (
    <button
      type="button"
      className="fit-mark"
      data-over={(fit.over ?? 0) > 0 || undefined}
      data-assigned={sentence !== null || undefined}
      onClick={() => runCommand('panel-page')}
    >
      {sentence ?? translate('proof.lines', { count: fit.lines })}
    </button>
  );
}

function SaveMark() {
  const translate = useTranslate();
  const save = usePiece((state) => state.save);
  const words = () => {
    if (save.kind === 'saving') return translate('app.saving');
    if (save.kind === 'failed') return translate('app.not-saved');
    if (save.at === null) return translate('app.saved');
    return translate('app.saved-at', { time: CLOCK.format(save.at) });
  };
  return <span data-save={save.kind}>{words()}</span>;
}
