import { shownPictures } from '../../interview/shown-pictures';
import type { Interview, Photo } from '../../interview/types';
import { shownSize } from '../../photos/crop';
import { slugOf } from '../../text/slug';

/** One picture file of the web page: `file` is relative to the page, sizes in pixels. */
export interface WebRendition {
  readonly photo: Photo;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly format: 'webp' | 'jpg';
  /** 1 to 100. */
  readonly quality: number;
}

/** The renditions of each photo, narrowest first within a format, by photo id. */
export type PicturePlan = ReadonlyMap<string, readonly WebRendition[]>;

/** Phone, phone at double density, article measure at double density, wide figure. */
const WIDTHS = [480, 800, 1200, 1600] as const;

/** JPEG for readers that know no WebP, and for what social sites fetch. */
const FORMATS = [
  { format: 'webp', quality: 78 },
  { format: 'jpg', quality: 80 },
] as const;

/**
 * What to make of the photos that the body shows and `present` says are there. A picture is never enlarged: one between
 * two steps gets its own width as the last; one narrower than the first step still gets three sizes of its own.
 */
export function planPictures(interview: Interview, present: (photo: Photo) => boolean): PicturePlan {
  const shown = new Set(shownPictures(interview).map(({ photoId }) => photoId));
  const plan = new Map<string, readonly WebRendition[]>();
  for (const photo of interview.photos) {
    if (!shown.has(photo.id) || plan.has(photo.id) || !present(photo)) continue;
    // An id that is no plain name (from a foreign file) must not become a path.
    const stem = slugOf(photo.id) === photo.id ? photo.id : `photo-${plan.size + 1}`;
    const seen = shownSize(photo, 'web');
    plan.set(
      photo.id,
      FORMATS.flatMap(({ format, quality }) =>
        widthsFor(seen.width).map((width) => ({
          photo,
          file: `pictures/${stem}-${width}.${format}`,
          width,
          height: Math.max(1, Math.round((width * seen.height) / seen.width)),
          format,
          quality,
        })),
      ),
    );
  }
  return plan;
}

function widthsFor(width: number): readonly number[] {
  const steps = WIDTHS.filter((step) => step < width);
  const largest = Math.min(width, WIDTHS[WIDTHS.length - 1] ?? width);
  const widths = [...new Set([...steps, largest])];
  if (widths.length >= 3) return widths;
  const parts = [largest / 3, (largest * 2) / 3, largest].map((part) => Math.max(1, Math.round(part)));
  return [...new Set([...parts, ...widths])].sort((a, b) => a - b);
}
