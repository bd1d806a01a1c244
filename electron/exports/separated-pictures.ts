import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { Crop, Photo } from '../../shared/interview/types';
import type { ExportFailure } from '../../shared/ipc/contract';
import { cropPpi, cutTo } from '../../shared/photos/crop';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { PressCondition } from '../press/conditions/conditions';
import type { SeparatedPicture } from '../press/press';
import type { Making } from './making';
import { asExportFailure } from './picture-failure';

/** Above this JPEG quality no press shows a difference. */
const QUALITY = 90;

const MM_PER_INCH = 25.4;

/** A part of a photo, and how wide it is printed, in millimetres. */
export interface PrintedCrop {
  readonly crop: Crop;
  readonly printed: number;
}

/** One photo for the plates; null when the picture itself cannot be read, which spoils no export. */
export async function separatePhoto(
  making: Pick<Making, 'photoPath' | 'pictures' | 'signal'>,
  photo: Photo,
  condition: PressCondition,
  { crop, printed }: PrintedCrop,
): Promise<Result<SeparatedPicture | null, ExportFailure>> {
  if (making.signal.aborted) return failed({ kind: 'cancelled' });
  const path = making.photoPath(photo);
  if (path === null) return ok(null);
  const width = Math.ceil((printed / MM_PER_INCH) * condition.ppi.wanted);
  const asked = { path, width, profile: condition.profile, quality: QUALITY, ...cutTo(photo, crop) };
  const separated = await making.pictures().separate(asked, making.signal);
  return separated.ok ? separated : asExportFailure(separated.failure);
}

/** JPEG overshoots by two per cent at sharp edges; more than this means that the profile did not hold its limit. */
const INK_TOLERANCE = 5;

/** What an editor should know of a photo before it goes to the press. */
export function pressRemarks(
  photo: Photo,
  condition: PressCondition,
  { crop, printed }: PrintedCrop,
  { ink }: Pick<SeparatedPicture, 'ink'>,
): readonly Remark[] {
  const name = photo.name ?? photo.file;
  const ppi = cropPpi(photo, crop, printed);
  const { least } = condition.ppi;
  const limit = condition.inkLimit;
  return [
    ...(ppi < least ? [warning('press-photo-coarse', { name, ppi, least })] : []),
    ...(limit !== null && ink.most > limit + INK_TOLERANCE
      ? [warning('press-photo-ink', { name, ink: Math.round(ink.most), limit })]
      : []),
  ];
}
