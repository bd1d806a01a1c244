import { useEffect, useRef, useState } from 'react';
import { keyOfPicture } from '../../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../../shared/interview/shown-pictures';
import type { Photo } from '../../../shared/interview/types';
import type { PieceId } from '../../../shared/ipc/contract';
import { CROP_USES, shownSize } from '../../../shared/photos/crop';
import { STRAIGHTEN_MOST, withCrop, withFocus, withStraighten } from '../../../shared/photos/edit-crop';
import { lacksShapedCrop } from '../../../shared/photos/suggest-crops';
import { assignedTemplate } from '../../../shared/print/templates/assigned-template';
import { useTranslate } from '../../app/language';
import { usePiece } from '../../session/SessionContext';
import { ReasonedButton } from '../../ui/ReasonedButton';
import { ENOUGH_PPI, printedPpi, printedSpan, spansOn } from '../print-size';
import { CropFrame } from './CropFrame';
import { changePhoto } from './desk-actions';
import { desk, setDesk, useDesk } from './desk-store';
import { suggestCrops } from './suggest-crops';
import './PicturePane.css';

/** Keys of one stretch become one step of undo after this many milliseconds of quiet. */
const QUIET = 500;

interface PicturePaneProps {
  readonly piece: PieceId;
  readonly block: ShownPicture;
  readonly photo: Photo;
}

/** The picture large, with its cut for each use, its focal point and how it is straightened. */
export function PicturePane({ piece, block, photo }: PicturePaneProps) {
  const translate = useTranslate();
  const use = useDesk((state) => state.desk?.use ?? 'print');
  const many = useDesk((state) => (state.desk?.selected.size ?? 0) > 1);
  const page = assignedTemplate(usePiece(({ interview }) => interview));
  const [shown, attempt] = useTried(photo);
  const { width, height } = shownSize(shown, use);
  const ppi = printedPpi(shown, printedSpan(block), page);
  const language = translate.language;
  return (
    <section className="photodesk-picture" aria-label={translate('photodesk.picture')}>
      <div className="crop-uses" role="radiogroup" aria-label={translate('photodesk.uses')}>
        {CROP_USES.map((each) => (
          <label key={each} className="crop-use" data-own={shown.crops?.[each] !== undefined || undefined}>
            <input
              type="radio"
              name="crop-use"
              className="unseen"
              checked={use === each}
              onChange={() => setDesk({ use: each })}
            />
            {translate(`photodesk.use-${each}`)}
          </label>
        ))}
      </div>
      <CropFrame piece={piece} photo={shown} use={use} alt={block.alt} onTry={attempt} />
      <div className="crop-tools">
        <label className="crop-turn">
          <span className="label">{translate('photodesk.straighten')}</span>
          <input
            type="range"
            min={-STRAIGHTEN_MOST}
            max={STRAIGHTEN_MOST}
            step={0.1}
            value={shown.straighten ?? 0}
            aria-valuetext={translate('photodesk.degrees', { degrees: degrees(shown, language) })}
            onChange={({ target }) => attempt(withStraighten(shown, Number(target.value)), false)}
          />
          <span className="crop-degrees">{degrees(shown, language)}°</span>
        </label>
        <ReasonedButton
          className="button"
          reason={many || lacksShapedCrop(shown) ? null : translate('photodesk.all-cut')}
          title={translate('photodesk.suggest-crops-about')}
          onClick={() => void suggestCrops()}
        >
          {translate('photodesk.suggest-crops')}
        </ReasonedButton>
        <ReasonedButton
          className="button"
          reason={
            use === 'original'
              ? translate('photodesk.original-uncut')
              : shown.crops?.[use] === undefined
                ? translate('photodesk.no-crop')
                : null
          }
          onClick={() => attempt(withCrop(shown, use, null), true)}
        >
          {translate('photodesk.reset-crop')}
        </ReasonedButton>
        <ReasonedButton
          className="button"
          reason={shown.focus === undefined ? translate('photodesk.no-focus') : null}
          onClick={() => attempt(withFocus(shown, null), true)}
        >
          {translate('photodesk.reset-focus')}
        </ReasonedButton>
      </div>
      {use === 'print' && <p className="photodesk-trim">{translate('photodesk.page-trims')}</p>}
      <dl className="photodesk-facts">
        <div>
          <dt>{translate('photodesk.file')}</dt>
          <dd>{photo.name ?? photo.file.slice(0, 12)}</dd>
        </div>
        <div>
          <dt>{translate('photodesk.pixels')}</dt>
          <dd>
            {photo.width} × {photo.height}
            {(width !== photo.width || height !== photo.height) && ` → ${width} × ${height}`}
          </dd>
        </div>
        <div>
          <dt>
            <label htmlFor="desk-span">{translate(block.gallery ? 'photodesk.gallery-span' : 'photos.span')}</label>
          </dt>
          <dd>
            <select
              id="desk-span"
              value={block.span}
              onChange={({ target }) => desk().history.setSpan(keyOfPicture(block), Number(target.value))}
            >
              {spansOn(page, block.span).map((span) => (
                <option key={span} value={span}>
                  {translate('photos.columns', { count: span })}
                </option>
              ))}
            </select>
          </dd>
        </div>
        <div data-coarse={ppi < ENOUGH_PPI || undefined}>
          <dt>{translate('photodesk.sharpness')}</dt>
          <dd>
            {translate(ppi < ENOUGH_PPI ? 'photodesk.ppi-low' : 'photodesk.ppi', {
              ppi,
              page: page.name[language],
            })}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function degrees({ straighten = 0 }: Photo, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(straighten);
}

type Attempt = (photo: Photo, done: boolean) => void;

/** The photo as it is being changed: seen at once, written when a drag ends, the keys rest, or another photo comes. */
function useTried(photo: Photo): readonly [Photo, Attempt] {
  const [tried, setTried] = useState<{ readonly of: Photo; readonly photo: Photo }>({ of: photo, photo });
  if (tried.of !== photo) setTried({ of: photo, photo });
  const shown = tried.of === photo ? tried.photo : photo;
  const waiting = useRef<Photo | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = () => {
    clearTimeout(timer.current);
    const next = waiting.current;
    waiting.current = null;
    if (next) changePhoto(next);
  };
  const { id } = photo;
  useEffect(() => write, [id]);
  return [
    shown,
    (next, done) => {
      setTried({ of: photo, photo: next });
      waiting.current = next;
      clearTimeout(timer.current);
      if (done) write();
      else timer.current = setTimeout(write, QUIET);
    },
  ];
}
