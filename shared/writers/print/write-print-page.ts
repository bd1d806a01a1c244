import type { Remark } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import { plainText, toText } from '../../interview/text';
import type { Interview, Photo } from '../../interview/types';
import { BERLINER, rowsOf, spanWidth } from '../../print/page-template';
import type { PageTemplate } from '../../print/page-template';
import { pageDate, pageWords } from '../../print/page-words';
import { HEADLINE_SIZE, TYPE_SCALE } from '../../print/type-scale';
import type { TypeSize } from '../../print/type-scale';
import { atoms } from './atoms';
import { array, literal, settable } from './literal';
import { pictureEntry, placePictures, printPixels } from './pictures';
import { FURNITURE } from './script/furniture';
import { MAKE_PAGES } from './script/make-pages';
import { POUR } from './script/pour';
import { SET_TYPE } from './script/set-type';
import { storyEntries } from './story';

export interface PrintOptions {
  /** Whether the picture's file is there; all are when this is not given. A missing one leaves its room on the page. */
  readonly hasPhoto?: (photo: Photo) => boolean;
  /** The number in the folio of the first page; 1 when not given. */
  readonly firstPage?: number;
}

/** A page to hand to the press: with `files` made into JPEG renditions it is a whole job. */
export interface PrintPage {
  readonly source: string;
  /** The photo file (`<sha256>.<ext>`) behind each path that the source names. */
  readonly files: { readonly [path: string]: string };
  /** How many pixels wide each rendition should be, by the same paths: 300 to an inch of its printed width. */
  readonly pixels: { readonly [path: string]: number };
  readonly remarks: readonly Remark[];
}

/** The interview as a newspaper page in Typst; one page or as many as the text needs. */
export function writePrintPage(interview: Interview, options: PrintOptions = {}): PrintPage {
  const page = BERLINER;
  const { pictures, remarks } = placePictures(interview, page, options.hasPhoto ?? (() => true));
  const story = storyEntries(interview, pictures);
  const lead = pictures.find(({ stands }) => stands === 'head');
  const feet = pictures.filter(({ stands }) => stands === 'foot');
  const source = [
    gridOf(page),
    typeScale(),
    folioOf(interview, options.firstPage ?? 1),
    `#let kicker = ${atoms(interview.kicker ?? [])}`,
    `#let headline = ${atoms(interview.headline)}`,
    `#let standfirst = ${atoms(interview.standfirst ?? [])}`,
    `#let lead = ${lead ? pictureEntry(lead) : 'none'}`,
    `#let feet = ${array(feet.map(pictureEntry))}`,
    `#let teasers = ${array(teasersOf(interview))}`,
    `#let story = (\n${story.entries.map((entry) => `  ${entry},\n`).join('')})`,
    SET_TYPE.trim(),
    POUR.trim(),
    FURNITURE.trim(),
    MAKE_PAGES.trim(),
    setUp(interview, page),
    '',
  ].join('\n');
  const files: Record<string, string> = {};
  const pixels: Record<string, number> = {};
  for (const { path, photo, span } of pictures) {
    if (!path || !photo) continue;
    files[path] = photo.file;
    pixels[path] = printPixels(page, span);
  }
  return { source, files, pixels, remarks: [...remarks, ...story.remarks] };
}

function gridOf(page: PageTemplate): string {
  return [
    `#let columns = ${page.columns}`,
    `#let column = ${spanWidth(page, 1).toFixed(3)}mm`,
    `#let gutter = ${page.gutter}mm`,
    `#let page-width = ${page.width - 2 * page.margin}mm`,
    `#let row = ${page.row}pt`,
    `#let baseline = ${page.baseline}pt`,
    `#let total-rows = ${rowsOf(page)}`,
  ].join('\n');
}

function typeScale(): string {
  const entries = Object.entries<TypeSize>(TYPE_SCALE).map(
    ([role, { face, size, weight, italic = false }]) =>
      `  ${role}: (face: "${face}", size: ${size}pt, weight: ${weight}, italic: ${italic}),`,
  );
  const { least, most, weight } = HEADLINE_SIZE;
  return [
    '#let scale = (',
    ...entries,
    ')',
    `#let headline-size = (least: ${least}pt, most: ${most}pt, weight: ${weight})`,
  ].join('\n');
}

function folioOf(interview: Interview, firstPage: number): string {
  const words = pageWords(interview.language);
  const day = interview.published ? pageDate(interview.published) : null;
  const [before = '', after = ''] = words.continued(0).split('0');
  return [
    `#let first-page = ${Math.trunc(firstPage)}`,
    `#let paper = ${atoms(toText(interview.paper ?? ''))}`,
    `#let section = ${atoms(toText(interview.section ?? ''))}`,
    `#let date = ${atoms(toText(day ? words.longDate(day) : ''))}`,
    `#let continued = (${literal(before)}, ${literal(after)})`,
    `#let related = ${literal(words.related)}`,
    `#let photo-missing = ${literal(words.photoMissing)}`,
  ].join('\n');
}

function teasersOf(interview: Interview): readonly string[] {
  return interview.teasers.map(({ heading, text = '', label = '' }) => {
    const shown = { label: label ? `(${label})` : '', heading, text };
    return `(${Object.entries(shown)
      .map(([name, words]) => `${name}: ${atoms(toText(words))}`)
      .join(', ')})`;
  });
}

function setUp(interview: Interview, page: PageTemplate): string {
  const [language = ''] = /^[a-z]{2,3}\b/.exec(interview.language.toLowerCase()) ?? ['en'];
  const title = settable(plainText(interview.headline)).trim();
  const author = settable(formatByline(interview.byline)).trim();
  return [
    `#set document(title: ${title ? literal(title) : 'none'}, author: ${author ? literal(author) : '()'}, date: none)`,
    `#set page(width: ${page.width}mm, height: ${page.height}mm, margin: ${page.margin}mm)`,
    // Vietnamese syllables are never parted; the compiler knows no patterns for it and would use those of its default.
    `#set text(lang: ${literal(language)}, fill: K, hyphenate: ${language !== 'vi'}, overhang: true, fallback: true)`,
    '#set par(spacing: 0pt)',
    '#set block(spacing: 0pt)',
    '#show heading: it => it.body',
    '#context all-pages()',
  ].join('\n');
}
