import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslate } from '../app/language';

export interface InspectorDividerProps {
  /** Of the inspector, in pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onWidth: (width: number) => void;
}

/** Pixels for one press of an arrow key; with Shift five times as many. */
const STEP = 16;

/** The line between galley and inspector: dragged, or moved by the arrow keys. */
export function InspectorDivider({ width, least, most, onWidth }: InspectorDividerProps) {
  const translate = useTranslate();
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (wanted: number) => onWidth(Math.round(Math.min(most, Math.max(least, wanted))));
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    const to =
      { Home: least, End: most }[event.key] ?? (by === undefined ? null : width + by * (event.shiftKey ? 5 : 1));
    if (to === null) return;
    event.preventDefault();
    set(to);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    drag.current = null;
    event.currentTarget.releasePointerCapture(event.pointerId);
  };
  return (
    <div
      className="inspector-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={translate('proof.divider')}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => drag.current && set(drag.current.width + drag.current.x - clientX)}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onWidth(0)}
    />
  );
}
