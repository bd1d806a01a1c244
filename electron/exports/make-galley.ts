import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import { failed, ok } from '../../shared/result';
import { writeGalley } from './galley-archive';
import type { Made, Making } from './making';

/** The piece as one file that opens on another machine with everything in it. */
export async function makeGalley({
  interview,
  target,
  photoPath,
  packed,
  origin,
  progress,
  signal,
}: Making): Promise<Made> {
  const remarks: Remark[] = [];
  const photos = new Map<string, string>();
  for (const photo of interview.photos) {
    const found = photoPath(photo);
    if (found === null) remarks.push(warning('galley-photo-missing', { name: photo.name ?? photo.file }));
    else photos.set(photo.file, found);
  }
  const written = await writeGalley(target, interview, photos, signal, packed, origin);
  if (!written) return failed({ kind: 'cancelled' });
  progress(1);
  return ok(remarks);
}
