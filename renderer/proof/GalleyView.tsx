import { memo } from 'react';
import type { Proof, Spot } from '../../shared/proof/proof';
import { useTranslate } from '../app/language';

/** The story in the width of its column, line by line as it will print, every line numbered. */
export const GalleyView = memo(function GalleyView({
  galley,
  onSpot,
}: {
  readonly galley: Proof['galley'];
  readonly onSpot: (spot: Spot) => void;
}) {
  const translate = useTranslate();
  const { width, size, leading, lines } = galley;
  return (
    <div className="galley-ground" tabIndex={0} role="group" aria-label={translate('proof.galley-lines')}>
      <ol className="galley-lines" style={{ width: `${width}pt`, fontSize: `${size}pt`, lineHeight: `${leading}pt` }}>
        {lines.map(({ role, text, number, rows, justified, indent, spot }, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys move the caret in the editor itself; this is a way for the mouse
          <li
            key={at}
            data-role={role}
            data-justified={justified || undefined}
            style={{ paddingTop: `${(number === null ? rows : rows - 1) * leading}pt`, paddingLeft: `${indent}pt` }}
            onClick={spot ? () => onSpot(spot) : undefined}
          >
            {number !== null && (
              <span className="galley-number" aria-hidden={number % 5 !== 0}>
                {number}
              </span>
            )}
            {text}
          </li>
        ))}
      </ol>
    </div>
  );
});
