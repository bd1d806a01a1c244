import { useEffect, useMemo, useRef } from 'react';
import { FileOutput, ImagePlus, ListOrdered, PencilLine, X } from 'lucide-react';
import { photoAddress } from '../../../shared/ipc/addresses';
import { keyOfPicture, shownPictures } from '../../../shared/interview/shown-pictures';
import { CAPTION_PATTERNS } from '../../../shared/photos/caption-pattern';
import { idOfPhoto, photoOf, pictureOf } from '../../../shared/photos/desk-photos';
import { writtenTexts } from '../../../shared/photos/texts-state';
import { useTranslate } from '../../app/language';
import { runCommand, writeSettings } from '../../app/run-command';
import { useShell } from '../../app/shell-store';
import { usePiece, useSession } from '../../session/SessionContext';
import { ReasonedButton } from '../../ui/ReasonedButton';
import { replacePicture, takeMany } from '../take-photos';
import { closePhotoDesk } from './desk-actions';
import { focusField, focusSheet } from './desk-focus';
import { setDesk, useDesk } from './desk-store';
import { ContactSheet } from './ContactSheet';
import { PeopleList } from './PeopleList';
import { PhotoTexts } from './PhotoTexts';
import { PicturePane } from './PicturePane';
import './PhotoDesk.css';

/** All photos of the piece at once: the sheet, the picture, and what is written about it. */
export function PhotoDesk() {
  const translate = useTranslate();
  const session = useSession();
  const { piece } = session.opened;
  const body = usePiece(({ interview }) => interview.body);
  const blocks = useMemo(() => shownPictures({ body }), [body]);
  const current = useDesk((state) => state.desk?.current ?? null);
  const people = useDesk((state) => state.desk?.people ?? false);
  const block = pictureOf(blocks, current) ?? blocks[0];
  const photo = usePiece(({ interview }) => block && photoOf(interview, block));
  useKeptOnSheet(block ? keyOfPicture(block) : null);
  usePreloaded(blocks.map(idOfPhoto), block && idOfPhoto(block));
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (!focusField('caption')) focusSheet();
  }, []);

  return (
    <div
      className="photo-desk"
      role="region"
      aria-label={translate('commands.photo-desk')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        if (files.length > 0) void takeMany(session, files);
      }}
    >
      <DeskHead count={blocks.length} done={blocks.filter((each) => writtenTexts(each) === 3).length} />
      {block ? (
        <div className="photodesk-body">
          <ContactSheet blocks={blocks} piece={piece} />
          {photo ? (
            <PicturePane piece={piece} block={block} photo={photo} />
          ) : (
            <section className="photodesk-picture photodesk-missing" aria-label={translate('photodesk.picture')}>
              <p>{translate('photodesk.missing-picture')}</p>
              <button
                type="button"
                className="button"
                onClick={() => void replacePicture(session, keyOfPicture(block))}
              >
                {translate('photos.choose')}
              </button>
            </section>
          )}
          <PhotoTexts block={block} photo={photo} />
        </div>
      ) : (
        <div className="photodesk-empty">
          <p>{translate('photodesk.none')}</p>
          <button type="button" className="button primary" onClick={() => runCommand('insert-photo')}>
            <ImagePlus size={14} aria-hidden /> {translate('photodesk.add')}
          </button>
        </div>
      )}
      {people && <PeopleList />}
    </div>
  );
}

function DeskHead({ count, done }: { readonly count: number; readonly done: number }) {
  const translate = useTranslate();
  const pattern = useShell(({ settings }) => settings.captionPattern);
  const own = useShell(({ settings }) => settings.ownPatterns);
  const codes = useDesk((state) => state.desk?.codesName ?? null);
  const selected = useDesk((state) => state.desk?.selected.size ?? 0);
  return (
    <div className="photodesk-head">
      <h1>{translate('commands.photo-desk')}</h1>
      <span className="photodesk-count" role="status">
        {translate('photodesk.count', { count, done })}
        {selected > 1 && ` · ${translate('photodesk.selected', { count: selected })}`}
      </span>
      <button type="button" className="button" onClick={() => runCommand('insert-photo')}>
        <ImagePlus size={14} aria-hidden /> {translate('photodesk.add')}
      </button>
      <label className="photodesk-pattern">
        <span className="label" aria-hidden>
          {translate('photodesk.pattern-label')}
        </span>
        <select
          value={pattern}
          aria-label={translate('photodesk.pattern')}
          title={translate('photodesk.pattern')}
          onChange={({ target }) => writeSettings({ captionPattern: target.value })}
        >
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name || translate('photodesk.pattern-untitled')}
            </option>
          ))}
          {CAPTION_PATTERNS.map(({ id }) => (
            <option key={id} value={id}>
              {translate.loose(`photodesk.pattern-${id}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="icon-button"
        aria-label={translate('commands.photo-patterns')}
        title={translate('commands.photo-patterns')}
        onClick={() => runCommand('photo-patterns')}
      >
        <PencilLine size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="button"
        title={codes ?? translate('photodesk.codes-none')}
        onClick={() => runCommand('photo-codes')}
      >
        <ListOrdered size={14} aria-hidden /> {codes === null ? translate('photodesk.codes') : codes}
      </button>
      <ReasonedButton
        className="button"
        reason={count === 0 ? translate('photodesk.no-files') : null}
        onClick={() => runCommand('photo-files')}
      >
        <FileOutput size={14} aria-hidden /> {translate('photodesk.files')}
      </ReasonedButton>
      <button type="button" className="button" onClick={() => closePhotoDesk()}>
        <X size={14} aria-hidden /> {translate('photodesk.close')}
      </button>
    </div>
  );
}

/** A block that is gone, as by undo, gives its place to the one that is shown instead. */
function useKeptOnSheet(shown: string | null): void {
  const current = useDesk((state) => state.desk?.current ?? null);
  useEffect(() => {
    if (current !== shown) setDesk({ current: shown, selected: new Set(shown === null ? [] : [shown]) });
  }, [current, shown]);
}

/** The neighbours' pictures are decoded before somebody turns to them. */
function usePreloaded(ids: readonly string[], current: string | undefined): void {
  const session = useSession();
  const kept = useRef<readonly HTMLImageElement[]>([]);
  const at = ids.indexOf(current ?? '');
  const near = [ids[at + 1], ids[at + 2], ids[at - 1]].filter((id) => id !== undefined).join(' ');
  useEffect(() => {
    const { photos } = session.store.getState().interview;
    kept.current = near.split(' ').flatMap((id) => {
      const photo = photos.find((each) => each.id === id);
      if (!photo) return [];
      const image = new Image();
      image.src = photoAddress(session.opened.piece, photo.file);
      // A picture that cannot be shown says so when it is turned to.
      image.decode().catch(() => undefined);
      return [image];
    });
  }, [session, near]);
}
