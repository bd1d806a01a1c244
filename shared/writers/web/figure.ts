import { isBlank } from '../../interview/text';
import type { Interview, Photo, PhotoBlock, Text } from '../../interview/types';
import { shownSize } from '../../photos/crop';
import { element } from './element';
import type { Markup } from './element';
import { inline } from './inline';
import type { PicturePlan, WebRendition } from './picture-plan';

/** How wide the page sets a figure; the style sheet has a class of the same name. */
type Measure = 'side' | 'column' | 'wide';

/** What the browser may expect, so that it fetches no more than it shows. The same widths stand in the style sheet. */
const SIZES: { readonly [measure in Measure]: string } = {
  side: '(min-width: 48rem) 19rem, 100vw',
  column: '(min-width: 44rem) 42rem, 100vw',
  wide: '(min-width: 64rem) 60rem, 100vw',
};

/** A photo with its caption and credit. While the picture is missing the words stand alone. */
export function photoFigure(
  block: PhotoBlock,
  interview: Interview,
  pictures: PicturePlan,
  { eager }: { readonly eager: boolean },
): Markup {
  const photo = interview.photos.find(({ id }) => id === block.photoId);
  const renditions = (photo && pictures.get(photo.id)) ?? [];
  const measure = measureFor(block, photo);
  return element(
    'figure',
    { class: `photo ${measure}` },
    renditions.length > 0 && picture(renditions, block.alt, SIZES[measure], eager),
    figcaption(block),
  );
}

/** What stands under a figure; nothing where there are no words. */
export function figcaption({ caption, credit }: { readonly caption: Text; readonly credit: Text }): Markup | undefined {
  const parts = [
    ...(isBlank(caption) ? [] : [element('span', { class: 'caption' }, inline(caption))]),
    ...(isBlank(credit) ? [] : [element('span', { class: 'credit' }, inline(credit))]),
  ];
  if (parts.length === 0) return undefined;
  return element(
    'figcaption',
    {},
    parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part])),
  );
}

function measureFor({ span }: PhotoBlock, photo: Photo | undefined): Measure {
  // An upright or square picture over the whole measure fills a screen and hides the story under it.
  const seen = photo && shownSize(photo, 'web');
  const tall = seen !== undefined && seen.height >= seen.width;
  if (span <= 1 || (tall && span <= 3)) return 'side';
  return span >= 4 && !tall ? 'wide' : 'column';
}

/** A picture in all its sizes. */
export function picture(renditions: readonly WebRendition[], alt: string, sizes: string, eager: boolean): Markup {
  const sourceSet = (format: WebRendition['format']) =>
    renditions
      .filter((rendition) => rendition.format === format)
      .map(({ file, width }) => `${file} ${width}w`)
      .join(', ');
  const fallbacks = renditions.filter(({ format }) => format === 'jpg');
  const fallback = fallbacks.find(({ width }) => width >= 800) ?? fallbacks.at(-1);
  const largest = fallbacks.at(-1);
  return element(
    'picture',
    {},
    element('source', { type: 'image/webp', srcset: sourceSet('webp'), sizes }),
    element('img', {
      src: fallback?.file,
      srcset: sourceSet('jpg'),
      sizes,
      width: largest?.width,
      height: largest?.height,
      alt,
      ...(eager ? { fetchpriority: 'high' } : { loading: 'lazy' }),
      decoding: 'async',
    }),
  );
}
