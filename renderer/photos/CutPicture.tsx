import type { CSSProperties } from 'react';
import type { Photo } from '../../shared/interview/types';
import type { PieceId } from '../../shared/ipc/contract';
import { photoAddress } from '../../shared/ipc/addresses';
import type { CropUse } from '../../shared/photos/crop';
import { cutView } from '../../shared/photos/cut-view';
import './CutPicture.css';

interface CutPictureProps {
  readonly piece: PieceId;
  readonly photo: Photo;
  readonly use: CropUse;
  readonly size: 'large' | 'sheet';
  readonly alt: string;
}

/** A photo as it is cut for a use, as large as the box around it allows. */
export function CutPicture({ piece, photo, use, size, alt }: CutPictureProps) {
  const { shape, width, x, y, turn } = cutView(photo, use);
  return (
    <span className="cut-room">
      <span className="cut-window" style={{ '--shape': shape } as CSSProperties}>
        <img
          src={photoAddress(piece, photo.file, size)}
          alt={alt}
          draggable={false}
          style={{
            width: `${width * 100}%`,
            left: `${x * 100}%`,
            top: `${y * 100}%`,
            transform: `translate(-50%, -50%) rotate(${turn}deg)`,
          }}
        />
      </span>
    </span>
  );
}
