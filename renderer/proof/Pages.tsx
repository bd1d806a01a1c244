import { useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { keyOfPicture } from '../../shared/interview/shown-pictures';
import { photoAddress } from '../../shared/ipc/addresses';
import type { ShownProof } from '../../shared/ipc/contract';
import { lineOfSpot, spotAt } from '../../shared/proof/find-line';
import type { Proof, ProofLine, ProofPage, ProofPicture, Spot } from '../../shared/proof/proof';
import { useTranslate } from '../app/language';
import { PageImage } from './PageImage';
import { AIR, pageWidth, pagesShown } from './view';
import type { View } from './view';

export interface PagesProps {
  readonly piece: string;
  readonly proof: Proof;
  readonly pages: ReadonlyMap<number, ProofPage>;
  readonly photos: ShownProof['photos'];
  readonly view: View;
  readonly caret: Spot | null;
  readonly onSpot: (spot: Spot) => void;
  /** The caret is on another page: turn to it. */
  readonly onFollow: (page: number) => void;
  readonly onWidth?: (width: number) => void;
  /** A picture of this text is on the screen. */
  readonly onShown?: () => void;
}

/** The pages on their ground; a click puts the caret there, the caret's line is marked. */
export function Pages({ piece, proof, pages, photos, view, caret, onSpot, onFollow, onWidth, onShown }: PagesProps) {
  const translate = useTranslate();
  const ground = useRef<HTMLDivElement>(null);
  const room = useRoom(ground);
  const width = pageWidth(view, room, proof);
  const line = caret ? lineOfSpot(proof.lines, caret) : null;
  const mark = useRef<HTMLDivElement>(null);
  const numbers = pagesShown(view, proof.pageCount);
  useLayoutEffect(() => onWidth?.(width), [onWidth, width]);
  const { page: caretPage } = line ?? {};
  useLayoutEffect(() => {
    if (caretPage !== undefined && !numbers.includes(caretPage)) onFollow(caretPage);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the caret turns pages: one turned by hand stays until it moves
  }, [caret, caretPage]);
  useLayoutEffect(() => mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [caret, view.zoom]);
  return (
    <div
      className="page-ground"
      ref={ground}
      tabIndex={0}
      role="group"
      aria-label={translate('proof.pages')}
      style={{ gap: AIR, padding: AIR }}
    >
      {numbers.map((page) => {
        const drawn = pages.get(page);
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys move the caret in the editor itself; this is a way for the mouse
          <div
            key={page}
            className="page-sheet"
            role="img"
            aria-label={translate('proof.page', { page: page + 1, count: proof.pageCount })}
            style={{ width, height: (width * proof.height) / proof.width }}
            onClick={(event) => {
              const spot = spotOf(event, page, proof);
              if (spot) onSpot(spot);
            }}
          >
            {drawn && <PageImage svg={drawn.svg} {...(onShown ? { onShown } : {})} />}
            {proof.pictures
              .filter((picture) => picture.page === page)
              .map((picture) => {
                const photo = photos.find((one) => keyOfPicture(one) === keyOfPicture(picture));
                return (
                  photo && (
                    <div key={keyOfPicture(picture)} className="page-photo" style={roomOf(picture, proof)}>
                      <img src={photoAddress(piece, photo.file)} alt="" style={behind(picture.view)} />
                    </div>
                  )
                );
              })}
            {line?.page === page && <div className="page-mark" ref={mark} style={roomOf(line, proof)} />}
          </div>
        );
      })}
    </div>
  );
}

function useRoom(element: { readonly current: HTMLElement | null }): {
  readonly width: number;
  readonly height: number;
} {
  const [room, setRoom] = useState({ width: 320, height: 480 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setRoom({ width: current.clientWidth, height: current.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return room;
}

function spotOf(event: MouseEvent<HTMLElement>, page: number, proof: Proof): Spot | null {
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  const scale = proof.width / width;
  return spotAt(proof.lines, page, (event.clientX - left) * scale, (event.clientY - top) * scale);
}

/** The whole picture behind its room, which cuts it as print does. */
function behind({ x, y, width, height, turn }: ProofPicture['view']) {
  const share = (part: number) => `${100 * part}%`;
  return {
    left: share(x - width / 2),
    top: share(y - height / 2),
    width: share(width),
    height: share(height),
    ...(turn === 0 ? {} : { rotate: `${turn}deg` }),
  };
}

function roomOf({ x, y, width, height }: Pick<ProofLine, 'x' | 'y' | 'width' | 'height'>, sheet: Proof) {
  const share = (length: number, whole: number) => `${(100 * length) / whole}%`;
  return {
    left: share(x, sheet.width),
    top: share(y, sheet.height),
    width: share(width, sheet.width),
    height: share(height, sheet.height),
  };
}
