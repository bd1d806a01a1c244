import { GalleryThumbnails, ImagePlus } from 'lucide-react';
import { keyOfPicture, placeOfPicture, shownPictures } from '../../shared/interview/shown-pictures';
import type { PictureText, ShownPicture } from '../../shared/interview/shown-pictures';
import { plainText } from '../../shared/interview/text';
import { assignedTemplate } from '../../shared/print/templates/assigned-template';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { usePiece, useSession } from '../session/SessionContext';
import { DraftField } from '../ui/DraftField';
import { CutPicture } from './CutPicture';
import { ENOUGH_PPI, printedPpi, printedSpan, spansOn } from './print-size';
import { replacePicture } from './take-photos';

/** Every photo of the piece with its texts, its width on the page, and whether it is large enough for it. */
export function PhotosPanel() {
  const translate = useTranslate();
  const body = usePiece(({ interview }) => interview.body);
  const pictures = shownPictures({ body });
  return (
    <>
      <div className="panel-two">
        <button type="button" className="button" onClick={() => runCommand('insert-photo')}>
          <ImagePlus size={14} aria-hidden /> {translate('commands.insert-photo')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('photo-desk')}>
          <GalleryThumbnails size={14} aria-hidden /> {translate('commands.photo-desk')}
        </button>
      </div>
      {pictures.length === 0 && <p className="panel-note">{translate('photos.none')}</p>}
      {pictures.map((picture) => (
        <PhotoEntry key={keyOfPicture(picture)} block={picture} />
      ))}
    </>
  );
}

function PhotoEntry({ block }: { readonly block: ShownPicture }) {
  const translate = useTranslate();
  const session = useSession();
  const photo = usePiece(({ interview }) => interview.photos.find(({ id }) => id === block.photoId));
  const page = assignedTemplate(usePiece(({ interview }) => interview));
  const ppi = photo ? printedPpi(photo, printedSpan(block), page) : 0;
  const name = keyOfPicture(block);
  const go = (part: PictureText) => session.editor?.focus(placeOfPicture(block, part));
  return (
    <section className="photo-entry" aria-label={plainText(block.caption) || translate('photos.untitled')}>
      {photo ? (
        <div className="photo-shown">
          <CutPicture piece={session.opened.piece} photo={photo} use="print" size="large" alt={block.alt} />
        </div>
      ) : (
        <div className="photo-none">{translate('photos.no-picture')}</div>
      )}
      {photo && (
        <p className={ppi < ENOUGH_PPI ? 'panel-warn' : 'panel-note'}>
          {translate(ppi < ENOUGH_PPI ? 'photos.size-low' : 'photos.size', {
            width: photo.width,
            height: photo.height,
            ppi,
          })}
        </p>
      )}
      <dl className="photo-texts">
        <dt>{translate('photos.caption')}</dt>
        <dd>
          <button type="button" className="text-button" onClick={() => go('caption')}>
            {plainText(block.caption) || translate('photos.write')}
          </button>
        </dd>
        <dt>{translate('photos.credit')}</dt>
        <dd>
          <button type="button" className="text-button" onClick={() => go('credit')}>
            {plainText(block.credit) || translate('photos.write')}
          </button>
        </dd>
      </dl>
      <DraftField
        label={translate('photos.alt')}
        value={block.alt}
        multiline
        onCommit={(alt) => session.editor?.updatePhoto(name, { alt })}
      />
      <div className="panel-two">
        <label className="field">
          <span className="label">{translate('photos.span')}</span>
          <select
            value={block.span}
            onChange={({ target }) => session.editor?.updatePhoto(name, { span: Number(target.value) })}
          >
            {spansOn(page, block.span).map((span) => (
              <option key={span} value={span}>
                {translate('photos.columns', { count: span })}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <span className="label">{translate('photos.file')}</span>
          <button type="button" className="button" onClick={() => void replacePicture(session, name)}>
            {translate(photo ? 'photos.replace' : 'photos.choose')}
          </button>
        </div>
      </div>
    </section>
  );
}
