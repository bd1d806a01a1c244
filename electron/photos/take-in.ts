import { basename } from 'node:path';
import { toText } from '../../shared/interview/text';
import type { Photo, PhotoMetadata } from '../../shared/interview/types';
import type { PhotoFailure, TakenPhoto } from '../../shared/ipc/contract';
import { assertNever, failed, ok, type Result } from '../../shared/result';
import { PHOTO_BYTES_LIMIT, PHOTO_PIXELS_LIMIT } from '../press/limits';
import { sniffFormat } from '../press/picture-format';
import type { PictureFailure, Pictures } from '../press/press';
import { sha256 } from '../sha256';
import { metadataOf } from './read-metadata';

/** A picture that may join a piece: its record, the texts to start its block with, and the name to store it under. */
export interface TakenIn extends TakenPhoto {
  /** `<sha256 of the bytes>.<ext>`. */
  readonly file: string;
}

/**
 * Looks at one picture: kind by its bytes, limits, size after orientation, and what it says of itself. Writes nothing.
 * The photo's id is its hash, so the same picture taken in twice is one photo. `name` is what the person called the file.
 */
export async function takeIn(
  name: string,
  bytes: Uint8Array,
  pictures: Pick<Pictures, 'inspect'>,
): Promise<Result<TakenIn, PhotoFailure>> {
  const called = displayName(name);
  if (bytes.byteLength > PHOTO_BYTES_LIMIT) {
    return failed({ kind: 'photo-too-large', name: called, limit: PHOTO_BYTES_LIMIT });
  }
  if (bytes.byteLength === 0) return failed({ kind: 'photo-unreadable', name: called });
  if (!sniffFormat(bytes)) return failed({ kind: 'photo-unsupported', name: called });

  const facts = await pictures.inspect(bytes);
  if (!facts.ok) return failed(photoFailure(facts.failure, called));
  const hash = sha256(bytes);
  const file = `${hash}.${facts.value.format}`;
  // Read when the first picture comes: the parsers of its notes are nothing that a start should wait for.
  const { readPhotoReport } = await import('./photo-report');
  const { fields, remarks } = readPhotoReport(bytes);
  const metadata = metadataOf(fields);
  const photo: Photo = {
    id: hash.slice(0, 16),
    file,
    width: facts.value.width,
    height: facts.value.height,
    ...(called === '' ? {} : { name: called }),
    ...(Object.keys(metadata).length ? { metadata } : {}),
  };
  return ok({ file, photo, texts: startingTexts(metadata), ...(remarks.length > 0 ? { remarks } : {}) });
}

/** Caption from the caption, credit from the credit line or else the creator, alt from alt text alone: a caption is no description. */
export function startingTexts(metadata: PhotoMetadata): TakenPhoto['texts'] {
  const oneLine = (text: string | undefined) => (text ?? '').replace(/\s*\n\s*/g, ' ');
  return {
    caption: toText(oneLine(metadata.caption)),
    credit: toText(oneLine(metadata.credit ?? metadata.creator)),
    alt: oneLine(metadata.alt),
  };
}

/** The last part of whatever path came along, without control characters: it is shown, never opened. */
function displayName(name: string): string {
  return basename(name.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .slice(0, 200);
}

function photoFailure({ kind }: PictureFailure, name: string): PhotoFailure {
  switch (kind) {
    case 'unsupported':
      return { kind: 'photo-unsupported', name };
    case 'too-large':
      return { kind: 'photo-too-large', name, limit: PHOTO_PIXELS_LIMIT };
    // A picture that ends the decoder is broken as far as the journalist is concerned.
    case 'unreadable':
    case 'died':
    case 'cancelled':
      return { kind: 'photo-unreadable', name };
    default:
      return assertNever(kind);
  }
}
