import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import type { Remark } from '../../../shared/checks/remark';
import { describeRemark } from '../../../shared/checks/describe-remark';
import { keyOfPicture, placeOfPicture, shownPictures } from '../../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../../shared/interview/shown-pictures';
import { plainText } from '../../../shared/interview/text';
import type { Gallery, Photo } from '../../../shared/interview/types';
import { deskVariables, shownFieldText } from '../../../shared/photos/desk-fields';
import type { DeskField } from '../../../shared/photos/desk-fields';
import { pictureOf } from '../../../shared/photos/desk-photos';
import { expandTyped } from '../../../shared/photos/expand-typed';
import { captionRoom, lintCaption } from '../../../shared/photos/lint-caption';
import { PHOTO_TEXTS } from '../../../shared/photos/texts-state';
import type { PhotoText } from '../../../shared/photos/texts-state';
import { readTakenDay } from '../../../shared/photos/taken-day';
import { assignedTemplate } from '../../../shared/print/templates/assigned-template';
import { checkPhotos } from '../../../shared/checks/photos';
import { COMMANDS } from '../../../shared/commands/table';
import { shortcutLabel } from '../../app/keyboard';
import { useTranslate } from '../../app/language';
import { usePiece, useSession } from '../../session/SessionContext';
import { useSettled } from '../../session/use-settled';
import { DeskTextField } from './DeskTextField';
import { closePhotoDesk, codesNow, sayRemarks, step, writeCurrent } from './desk-actions';
import { desk, useDesk } from './desk-store';
import { focusField, focusSheet } from './desk-focus';
import './PhotoTexts.css';

const FIRST: readonly DeskField[] = ['caption', 'credit', 'alt', 'place', 'taken', 'persons'];
const MORE: readonly DeskField[] = ['headline', 'creator', 'copyright', 'usageTerms', 'extended'];
const LINES: { readonly [field in DeskField]?: number } = { caption: 4, alt: 3, extended: 3 };

/** Everything that is written about one photo, in the order of the Tab key, with what is to be seen to under each text. */
export function PhotoTexts({ block, photo }: { readonly block: ShownPicture; readonly photo: Photo | undefined }) {
  const translate = useTranslate();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const typed = useDesk((state) => state.desk?.remarks ?? NONE);
  const remarks = useFindings(block);
  const page = assignedTemplate(usePiece(({ interview }) => interview));

  const commit = (field: DeskField) => (owner: string, text: string) => {
    if (!isPhotoText(field) && session.store.getState().suggesting) return translate('remarks.suggest-no-photos');
    if (field !== 'taken') writeCurrent(owner, field, text);
    else {
      const day = readTakenDay(text, photo?.metadata?.taken);
      if (day === undefined) return translate('photodesk.day-unreadable');
      writeCurrent(owner, field, day ?? '');
    }
    return null;
  };
  const expand = (text: string, caret: number) => {
    const { interview } = session.store.getState();
    const expanded = expandTyped(text, caret, codesNow(), deskVariables(interview, block, photo));
    if (expanded) sayRemarks(expanded.remarks);
    return expanded;
  };
  const fields = open ? [...FIRST, ...MORE] : FIRST;
  const room = captionRoom(block.span, page);
  const key = keyOfPicture(block);

  const partOf = (field: DeskField) => (isPhotoText(field) ? placeOfPicture(block, field).part : field);
  const draw = (field: DeskField) => (
    // The picture's own words need a picture.
    <DeskTextField
      key={field}
      field={field}
      label={translate(`photodesk.${field}`)}
      owner={key}
      value={shownFieldText(block, photo, field)}
      lines={LINES[field] ?? 1}
      late={field === 'taken'}
      onCommit={commit(field)}
      onTyped={expand}
      onEnter={() => focusField(fields[fields.indexOf(field) + 1] ?? field)}
      onNext={() => step(1)}
      onLeave={focusSheet}
      onUndo={(redo) => (redo ? desk().history.redo() : desk().history.undo())}
      {...(field === 'caption'
        ? { measure: translate('photodesk.length', { length: [...plainText(block.caption)].length, room }) }
        : {})}
    >
      {(field === 'caption' || field === 'credit') && block.gallery && (
        <CommonWords gallery={block.gallery} part={field} />
      )}
      {remarks
        .filter(({ place }) => place?.part === partOf(field))
        .map((remark, at) => (
          <p key={at} className="photodesk-finding" data-severity={remark.severity}>
            {describeRemark(translate, remark)}
          </p>
        ))}
    </DeskTextField>
  );

  return (
    <section className="photodesk-texts" aria-label={translate('photodesk.texts')}>
      {FIRST.map(draw)}
      {typed.length > 0 && (
        <div role="status" className="photodesk-typed">
          {typed.slice(0, 4).map((remark, at) => (
            <p key={at}>{describeRemark(translate, remark)}</p>
          ))}
        </div>
      )}
      <button type="button" className="text-button photodesk-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={13} aria-hidden /> {translate('photodesk.more')}
      </button>
      {open && MORE.map(draw)}
      <KeyHints />
    </section>
  );
}

const HINTS = [
  'photo-next',
  'photo-copy-previous',
  'photo-fill-selected',
  'photo-people',
  'photo-pattern',
  'photo-picture',
  'photo-suggest-crops',
];

/** The few keys that make it quick, for as long as they are not in the fingers. */
function KeyHints() {
  const translate = useTranslate();
  return (
    <dl className="photodesk-keys" aria-label={translate('commands.shortcuts')}>
      {COMMANDS.filter(({ id }) => HINTS.includes(id)).map(({ id, shortcut = '' }) => (
        <div key={id}>
          <dt>
            <kbd>{shortcutLabel(shortcut)}</kbd>
          </dt>
          <dd>{translate.loose(`commands.${id}`)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>\lnh\</kbd>
        </dt>
        <dd>{translate('photodesk.code-hint')}</dd>
      </div>
    </dl>
  );
}

const NONE: readonly Remark[] = [];

/** What a picture editor would ask, a moment after the last word. */
function useFindings(block: ShownPicture): readonly Remark[] {
  const interview = usePiece((state) => state.interview);
  const settled = useSettled(interview);
  const shown = pictureOf(shownPictures(settled), keyOfPicture(block));
  if (!shown) return NONE;
  const own = checkPhotos({ ...settled, body: settled.body.filter(({ id }) => id === shown.block) });
  return [
    ...own.filter(({ place }) => place?.index === shown.index),
    ...lintCaption(shown, settled, assignedTemplate(settled)),
  ];
}

function isPhotoText(field: DeskField): field is PhotoText {
  return PHOTO_TEXTS.some((text) => text === field);
}

/** What the gallery says of all its pictures, beside what this one says itself. */
function CommonWords({ gallery, part }: { readonly gallery: Gallery; readonly part: 'caption' | 'credit' }) {
  const translate = useTranslate();
  const words = plainText(gallery[part]);
  return (
    <p className="photodesk-common">
      <span>
        {words === '' ? translate(`photodesk.no-common-${part}`) : translate(`photodesk.common-${part}`, { words })}
      </span>{' '}
      <button type="button" className="text-button" onClick={() => closePhotoDesk({ block: gallery.id, part })}>
        {translate('photodesk.common-edit')}
      </button>
    </p>
  );
}
