import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { Crop, Photo } from '../../../shared/interview/types';
import type { PieceId } from '../../../shared/ipc/contract';
import { photoAddress } from '../../../shared/ipc/addresses';
import { CROP_SHAPES, cropFor, straightenedFrame } from '../../../shared/photos/crop';
import type { CropUse } from '../../../shared/photos/crop';
import { cutView } from '../../../shared/photos/cut-view';
import { cropRatio, moveCrop, resizeCrop, scaleCrop, withCrop, withFocus } from '../../../shared/photos/edit-crop';
import type { Held } from '../../../shared/photos/edit-crop';
import { useTranslate } from '../../app/language';
import { desk } from './desk-store';
import { focusField } from './desk-focus';
import './CropFrame.css';

interface CropFrameProps {
  readonly piece: PieceId;
  /** As it stands now, with what is being tried and not yet written. */
  readonly photo: Photo;
  readonly use: CropUse;
  readonly alt: string;
  /** Shown at once; `done` at the end of a drag, so that it is one step of undo. */
  readonly onTry: (photo: Photo, done: boolean) => void;
}

/** A step of an arrow key, as a fraction of the frame; with Shift a tenth of it. */
const STEP = 0.02;

const HANDLES: readonly Held[] = ([-1, 0, 1] as const).flatMap((y) =>
  ([-1, 0, 1] as const).flatMap((x) => (x === 0 && y === 0 ? [] : [{ x, y }])),
);

/** The whole straightened picture with the cut for one use as a frame on it, and the point that every cut keeps. */
export function CropFrame({ piece, photo, use, alt, onTry }: CropFrameProps) {
  const translate = useTranslate();
  const stage = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState<string | null>(null);
  const frame = straightenedFrame(photo);
  const whole = cutView(photo, 'original');
  const crop = cropFor(photo, use);
  const ratio = cropRatio(photo, use);
  const free = use !== 'original';
  const focus = photo.focus ?? { x: 0.5, y: 0.5 };

  const grabCrop = (held: Held | null) => (event: PointerEvent) => {
    if (!free) return;
    drag(event, stage.current, (dx, dy, done) => {
      const next = held === null ? moveCrop(crop, dx, dy) : resizeCrop(crop, held, dx, dy, ratio);
      onTry(withCrop(photo, use, next), done);
    });
  };
  const grabFocus = (event: PointerEvent) =>
    drag(event, stage.current, (dx, dy, done) => onTry(withFocus(photo, { x: focus.x + dx, y: focus.y + dy }), done));

  const onCropKey = (event: KeyboardEvent) => {
    const by = arrowOf(event);
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key.toLowerCase() === 'z') {
      if (event.shiftKey) desk().history.redo();
      else desk().history.undo();
    } else if (event.key === 'Escape') focusField('caption');
    else if (!free) return;
    else if (by) {
      // With Ctrl the right and the lower edge move, without it the whole frame.
      const next = mod
        ? resizeCrop(crop, { x: by.x === 0 ? 0 : 1, y: by.y === 0 ? 0 : 1 }, by.x, by.y, ratio)
        : moveCrop(crop, by.x, by.y);
      onTry(withCrop(photo, use, next), false);
    } else if (event.key === '+' || event.key === '=') onTry(withCrop(photo, use, scaleCrop(crop, 1.05, ratio)), false);
    else if (event.key === '-') onTry(withCrop(photo, use, scaleCrop(crop, 1 / 1.05, ratio)), false);
    else if (event.key === 'Delete' || event.key === 'Backspace') onTry(withCrop(photo, use, null), true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusKey = (event: KeyboardEvent) => {
    const by = arrowOf(event);
    if (by) onTry(withFocus(photo, { x: focus.x + by.x, y: focus.y + by.y }), false);
    else if (event.key === 'Delete' || event.key === 'Backspace') onTry(withFocus(photo, null), true);
    else if (event.key === 'Escape') focusField('caption');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="crop-room">
      <div
        ref={stage}
        className="crop-stage"
        style={{ '--shape': frame.width / frame.height } as CSSProperties}
        onDoubleClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const point = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
          onTry(withFocus(photo, point), true);
        }}
      >
        <img
          src={photoAddress(piece, photo.file)}
          alt={alt}
          draggable={false}
          onError={() => setLost(photo.file)}
          onLoad={() => setLost(null)}
          style={{ width: `${whole.width * 100}%`, transform: `translate(-50%, -50%) rotate(${whole.turn}deg)` }}
        />
        <div
          className="crop-frame"
          role="group"
          tabIndex={0}
          aria-label={`${translate(`photodesk.use-${use}`)}. ${sayCrop(translate, crop)}`}
          aria-describedby="crop-keys"
          aria-disabled={!free}
          style={{
            left: `${crop.x * 100}%`,
            top: `${crop.y * 100}%`,
            width: `${crop.width * 100}%`,
            height: `${crop.height * 100}%`,
          }}
          onKeyDown={onCropKey}
          onPointerDown={grabCrop(null)}
        >
          {free &&
            HANDLES.filter(({ x, y }) => CROP_SHAPES[use] === undefined || (x !== 0 && y !== 0)).map((held) => (
              <span
                key={`${held.x}${held.y}`}
                className="crop-handle"
                data-x={held.x}
                data-y={held.y}
                onPointerDown={grabCrop(held)}
              />
            ))}
        </div>
        <button
          type="button"
          className="crop-focus"
          aria-label={translate('photodesk.focus', {
            x: Math.round(focus.x * 100),
            y: Math.round(focus.y * 100),
          })}
          title={translate('photodesk.focus-title')}
          aria-describedby="focus-keys"
          data-set={photo.focus !== undefined || undefined}
          style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
          onKeyDown={onFocusKey}
          onPointerDown={grabFocus}
        />
      </div>
      {lost === photo.file && (
        <p className="crop-lost" role="alert">
          {translate('photodesk.lost-picture')}
        </p>
      )}
      <span id="crop-keys" className="unseen">
        {translate('photodesk.crop-keys')}
      </span>
      <span id="focus-keys" className="unseen">
        {translate('photodesk.focus-keys')}
      </span>
    </div>
  );
}

function sayCrop(translate: ReturnType<typeof useTranslate>, crop: Crop): string {
  const percent = (value: number) => Math.round(value * 100);
  return translate('photodesk.crop-size', { width: percent(crop.width), height: percent(crop.height) });
}

function arrowOf({ key, shiftKey }: KeyboardEvent): { readonly x: number; readonly y: number } | null {
  const by = shiftKey ? STEP / 10 : STEP;
  if (key === 'ArrowLeft') return { x: -by, y: 0 };
  if (key === 'ArrowRight') return { x: by, y: 0 };
  if (key === 'ArrowUp') return { x: 0, y: -by };
  return key === 'ArrowDown' ? { x: 0, y: by } : null;
}

type Follow = (dx: number, dy: number, done: boolean) => void;

/** Follows a pointer from its press to its release, in fractions of the stage; a lost pointer ends it where it is. */
function drag(event: PointerEvent, stage: HTMLElement | null, follow: Follow): void {
  const box = stage?.getBoundingClientRect();
  const target = event.currentTarget as HTMLElement;
  if (!box || event.button !== 0) return;
  event.stopPropagation();
  target.setPointerCapture(event.pointerId);
  const start = { x: event.clientX, y: event.clientY };
  let moved = false;
  const tell = ({ clientX, clientY }: globalThis.PointerEvent, done: boolean) =>
    follow((clientX - start.x) / box.width, (clientY - start.y) / box.height, done);
  const onMove = (next: globalThis.PointerEvent) => {
    moved = true;
    tell(next, false);
  };
  const onUp = (next: globalThis.PointerEvent) => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', onUp);
    target.removeEventListener('pointercancel', onUp);
    if (moved) tell(next, true);
  };
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', onUp);
  target.addEventListener('pointercancel', onUp);
}
