import { plainText } from '../interview/text';
import type { Interview } from '../interview/types';
import { slugOf } from '../text/slug';

/** The name, without ending, of the files made from a piece: from its slug, else its headline; safe on every disk. */
export function fileStem({ slug = '', headline }: Interview): string {
  return slugOf(slug, slugOf(plainText(headline)));
}
