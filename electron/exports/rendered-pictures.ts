import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { Photo } from '../../shared/interview/types';
import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { RenderedPicture, Rendition } from '../press/press';
import type { Making } from './making';
import { asExportFailure } from './picture-failure';

/** One rendition of a photo; null when the picture itself cannot be read, which spoils no export. */
export async function renderPhoto(
  making: Pick<Making, 'photoPath' | 'pictures' | 'signal'>,
  photo: Photo,
  wanted: Omit<Rendition, 'path'>,
): Promise<Result<RenderedPicture | null, ExportFailure>> {
  if (making.signal.aborted) return failed({ kind: 'cancelled' });
  const path = making.photoPath(photo);
  if (path === null) return ok(null);
  const rendered = await making.pictures().render({ path, ...wanted }, making.signal);
  return rendered.ok ? rendered : asExportFailure(rendered.failure);
}

export function unreadable(photo: Photo): Remark {
  return warning('export-picture-unreadable', { name: photo.name ?? photo.file });
}
