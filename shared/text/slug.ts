import { fold } from './fold';

/** Longest slug, in bytes: with a date and a number in front it stays below what every file system takes. */
export const SLUG_LIMIT = 80;

// Windows opens a device under these names, with any ending.
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A headline as a name for folders and addresses: lower-case a-z, digits and single hyphens, at most 80 bytes, cut
 * between words where possible. Safe as a file name on every system. `fallback` when no letter or digit is left.
 */
export function slugOf(headline: string, fallback = 'phong-van'): string {
  const words = fold(headline.normalize('NFC'))
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const slug = cut(words);
  if (slug === '') return fallback;
  return DEVICES.test(slug) ? `${slug}-1` : slug;
}

function cut(words: string): string {
  if (words.length <= SLUG_LIMIT) return words;
  const end = words.lastIndexOf('-', SLUG_LIMIT);
  return words.slice(0, end > 0 ? end : SLUG_LIMIT).replace(/-+$/, '');
}
