import type { ExportWish } from '../../shared/review/piece-review';
import { useTranslate } from '../app/language';
import { useClock } from '../review/clock';
import { useReview } from '../review/review-store';

/** What the export is made from and says of its approval; a sealed piece leaves nothing to choose. */
export function ApprovalChoice({
  wish,
  onChoose,
}: {
  readonly wish: ExportWish;
  readonly onChoose: (wish: ExportWish) => void;
}) {
  const translate = useTranslate();
  const clock = useClock();
  const { read, seal } = useReview();
  const made = read?.review.seal;
  if (made && seal === 'whole') {
    return <p className="export-choice">{translate('approval.export-sealed', { hash: made.hash.slice(0, 12) })}</p>;
  }
  const choices: readonly (readonly [ExportWish, string])[] = [
    ['now', translate('approval.export-proof')],
    ...(made && read?.sealed
      ? ([['sealed', translate('approval.export-last-sealed', { at: clock(made.at) })]] as const)
      : []),
    ['unapproved', translate('approval.export-unmarked')],
  ];
  return (
    <fieldset className="export-choice">
      <legend className="label">{translate('approval.export-state')}</legend>
      {choices.map(([choice, words]) => (
        <label key={choice}>
          <input type="radio" name="wish" checked={wish === choice} onChange={() => onChoose(choice)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
