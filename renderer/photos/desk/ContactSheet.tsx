import { memo, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Check, Circle, GalleryHorizontal, TriangleAlert } from 'lucide-react';
import { equalData } from '../../../shared/interview/equal';
import { captionOf, keyOfPicture } from '../../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../../shared/interview/shown-pictures';
import { plainText } from '../../../shared/interview/text';
import type { Photo } from '../../../shared/interview/types';
import type { PieceId } from '../../../shared/ipc/contract';
import { idOfPhoto } from '../../../shared/photos/desk-photos';
import { PHOTO_TEXTS, textStates } from '../../../shared/photos/texts-state';
import type { TextState } from '../../../shared/photos/texts-state';
import type { PageTemplate } from '../../../shared/print/page-template';
import { assignedTemplate } from '../../../shared/print/templates/assigned-template';
import { useTranslate } from '../../app/language';
import { usePiece } from '../../session/SessionContext';
import { CutPicture } from '../CutPicture';
import { ENOUGH_PPI, printedPpi, printedSpan } from '../print-size';
import { closePhotoDesk, goTo, selectAll, step } from './desk-actions';
import { focusField } from './desk-focus';
import { desk, useDesk } from './desk-store';
import './ContactSheet.css';

/** All photos of the piece, small, each with its number, the state of its texts and whether it is sharp enough. */
export function ContactSheet({ blocks, piece }: { readonly blocks: readonly ShownPicture[]; readonly piece: PieceId }) {
  const translate = useTranslate();
  const photos = usePiece(({ interview }) => interview.photos);
  const page = assignedTemplate(usePiece(({ interview }) => interview));
  const byId = useMemo(() => new Map(photos.map((photo) => [photo.id, photo])), [photos]);
  const current = useDesk((state) => state.desk?.current ?? null);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current === null) return;
    document.getElementById(cellId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const how = event.shiftKey ? 'extend' : 'alone';
    const mod = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowRight':
        step(1, how);
        break;
      case 'ArrowLeft':
        step(-1, how);
        break;
      case 'ArrowDown':
        step(columnsOf(sheet.current), how);
        break;
      case 'ArrowUp':
        step(-columnsOf(sheet.current), how);
        break;
      case 'Home':
        step(-Infinity, how);
        break;
      case 'End':
        step(Infinity, how);
        break;
      case 'Enter':
        focusField('caption');
        break;
      case 'Escape':
        closePhotoDesk();
        break;
      case 'a':
        if (!mod) return;
        selectAll();
        break;
      case 'z':
      case 'y':
      case 'Z':
        if (!mod) return;
        if (event.key === 'y' || event.shiftKey) desk().history.redo();
        else desk().history.undo();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
    if (cell !== undefined) goTo(cell, shiftKey ? 'extend' : ctrlKey || metaKey ? 'toggle' : 'alone');
  };

  return (
    <div
      ref={sheet}
      className="photodesk-sheet"
      role="listbox"
      tabIndex={0}
      aria-multiselectable
      aria-label={translate('photodesk.sheet')}
      aria-activedescendant={current === null ? undefined : cellId(current)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={() => focusField('caption')}
    >
      {blocks.map((block, at) => (
        <SheetCell
          key={keyOfPicture(block)}
          piece={piece}
          block={block}
          photo={byId.get(idOfPhoto(block))}
          number={at + 1}
          page={page}
        />
      ))}
    </div>
  );
}

/** The last characters of a file's name: what a camera counts, and the ending. */
const NUMBER_AND_ENDING = 8;

interface SheetCellProps {
  readonly piece: PieceId;
  readonly block: ShownPicture;
  readonly photo: Photo | undefined;
  readonly number: number;
  readonly page: PageTemplate;
}

/** Pictures are read anew from the body after every change of it: only one whose texts changed is drawn again. */
const SheetCell = memo(function SheetCell({ piece, block, photo, number, page }: SheetCellProps) {
  const translate = useTranslate();
  const key = keyOfPicture(block);
  const current = useDesk((state) => state.desk?.current === key);
  const selected = useDesk((state) => state.desk?.selected.has(key) ?? false);
  const states = textStates(block);
  const coarse = photo && printedPpi(photo, printedSpan(block), page) < ENOUGH_PPI;
  const name = photo?.name ?? translate('photos.no-picture');
  return (
    <div
      id={cellId(key)}
      className="sheet-cell"
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-label={[
        `${number}. ${plainText(captionOf(block)) || translate('photos.untitled')}`,
        ...PHOTO_TEXTS.map(
          (text) => `${translate(`photodesk.short-${text}`)}: ${translate(`photodesk.${states[text]}`)}`,
        ),
        ...(block.gallery ? [translate('photodesk.in-gallery')] : []),
        ...(coarse ? [translate('photodesk.coarse')] : []),
      ].join(', ')}
      data-current={current || undefined}
      data-cell={key}
      data-gallery={block.gallery?.id}
    >
      <span className="sheet-picture">
        {photo ? (
          <CutPicture piece={piece} photo={photo} use="print" size="sheet" alt="" />
        ) : (
          <span className="sheet-none">{translate('photos.no-picture')}</span>
        )}
      </span>
      <span className="sheet-line">
        <b>{number}</b>
        <span className="sheet-name" title={name}>
          {/* The number at the end tells the files of one camera apart: it is never cut away. */}
          <span>{name.slice(0, -NUMBER_AND_ENDING)}</span>
          <span>{name.slice(-NUMBER_AND_ENDING)}</span>
        </span>
        {block.gallery && (
          <span className="sheet-gallery" title={translate('photodesk.in-gallery')}>
            <GalleryHorizontal size={13} aria-hidden /> {(block.index ?? 0) + 1}/{block.gallery.pictures.length}
          </span>
        )}
        {coarse && <TriangleAlert size={13} className="sheet-coarse" aria-hidden />}
      </span>
      <span className="sheet-marks">
        {PHOTO_TEXTS.map((text) => (
          <span key={text} className="sheet-mark" data-state={states[text]}>
            <Mark state={states[text]} /> {translate(`photodesk.short-${text}`)}
          </span>
        ))}
      </span>
    </div>
  );
}, sameCell);

function sameCell(one: SheetCellProps, other: SheetCellProps): boolean {
  const { block, ...rest } = one;
  const { block: _, ...others } = other;
  return (
    equalData(block, other.block) &&
    Object.entries(rest).every(([name, value]) => value === others[name as keyof typeof others])
  );
}

/** Told by its shape first: a tick, an empty ring, a triangle. */
function Mark({ state }: { readonly state: TextState }) {
  if (state === 'written' || state === 'shared') return <Check size={12} aria-hidden />;
  return state === 'missing' ? <Circle size={10} aria-hidden /> : <TriangleAlert size={12} aria-hidden />;
}

function cellId(block: string): string {
  return `photo-cell-${block}`;
}

function columnsOf(sheet: HTMLElement | null): number {
  return sheet ? getComputedStyle(sheet).gridTemplateColumns.split(' ').length : 1;
}
