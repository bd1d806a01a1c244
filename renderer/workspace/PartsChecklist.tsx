import { Check, Minus } from 'lucide-react';
import { formatByline } from '../../shared/interview/byline';
import { isKind } from '../../shared/interview/build';
import { creditOf, placeOfPicture, shownPictures } from '../../shared/interview/shown-pictures';
import { isBlank } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import type { Place } from '../../shared/interview/visit';
import type { Translate } from '../../shared/i18n/translate';
import { countText } from '../../shared/text/counts';
import { useTranslate } from '../app/language';
import { usePiece, useSession } from '../session/SessionContext';

interface PartState {
  readonly id: string;
  readonly done: boolean;
  readonly text: string;
  readonly place: Place | null;
}

/** The parts a page needs besides its questions, there or missing; a click goes to the part. */
export function PartsChecklist() {
  const translate = useTranslate();
  const session = useSession();
  const interview = usePiece((state) => state.interview);
  return (
    <>
      <h2 className="label">{translate('app.parts')}</h2>
      <ul>
        {partsOf(interview, translate).map(({ id, done, text, place }) => (
          <li key={id}>
            <button
              type="button"
              className="pair-row"
              disabled={!place}
              onClick={() => place && session.editor?.focus(place)}
            >
              <i>
                {done ? (
                  <Check size={13} aria-label={translate('app.there')} />
                ) : (
                  <Minus size={13} aria-label={translate('app.missing')} />
                )}
              </i>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function partsOf(interview: Interview, translate: Translate): readonly PartState[] {
  const sapo = countText(interview.standfirst, interview.language).syllables;
  const photos = shownPictures(interview);
  const [photo] = photos;
  const wanting = photos.find((one) => isBlank(creditOf(one)) || one.alt.trim() === '' || !one.photoId) ?? photo;
  const closing = interview.body.find((block) => isKind(block, 'closing'));
  const byline = formatByline(interview.byline);
  const photoText = () => {
    if (!wanting) return translate('app.part-photo-none');
    if (!wanting.photoId) return translate('app.part-photo-empty');
    if (isBlank(creditOf(wanting))) return translate('app.part-photo-credit');
    if (wanting.alt.trim() === '') return translate('app.part-photo-alt');
    return translate('app.part-photo', { count: photos.length });
  };
  return [
    {
      id: 'sapo',
      done: sapo > 0,
      text: sapo > 0 ? translate('app.part-sapo', { count: sapo }) : translate('app.part-sapo-none'),
      place: { part: 'standfirst' },
    },
    {
      id: 'photo',
      done: Boolean(wanting?.photoId && !isBlank(creditOf(wanting)) && wanting.alt.trim() !== ''),
      text: photoText(),
      place: wanting ? placeOfPicture(wanting, 'caption') : null,
    },
    {
      id: 'closing',
      done: Boolean(closing && isKind(closing, 'closing') && !isBlank(closing.text)),
      text: translate('app.part-closing'),
      place: closing ? { block: closing.id, part: 'text' } : null,
    },
    // A name that is still the template's blank is not known yet.
    {
      id: 'byline',
      done: byline !== '' && !byline.includes('{{'),
      text: byline || translate('app.part-byline-none'),
      place: { part: 'byline' },
    },
  ];
}
