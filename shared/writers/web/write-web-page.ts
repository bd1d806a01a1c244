import type { Remark } from '../../checks/remark';
import { loss, note, warning } from '../../checks/remark';
import { formatByline } from '../../interview/byline';
import { isSafeLink } from '../../interview/schema';
import { isBlank, plainText } from '../../interview/text';
import { placeOfShown, shownInBlock, shownPictures } from '../../interview/shown-pictures';
import type { ShownPicture } from '../../interview/shown-pictures';
import type { Interview, Teaser } from '../../interview/types';
import { textsOf } from '../../interview/visit';
import { formatTimeLine } from '../../text/dates';
import { isBlankBlock } from '../blank-block';
import { element } from './element';
import type { Element } from './element';
import { galleryStyle } from './gallery-style';
import { inline } from './inline';
import { pageHead } from './page-head';
import { PAGE_STYLE } from './page-style';
import { pageWords } from './page-words';
import type { PicturePlan } from './picture-plan';
import { renderPage } from './render-page';
import { storyBody } from './story-body';

export interface WebPageOptions {
  /** Which picture files will stand beside the page; a photo without an entry is written without its picture. */
  readonly pictures: PicturePlan;
  /** The address the page will have, if the paper knows it. */
  readonly canonical?: string;
}

export interface WebPage {
  /** Relative to the page's folder. */
  readonly files: readonly { readonly file: string; readonly contents: string }[];
  readonly remarks: readonly Remark[];
}

/** The piece as one web page: HTML and its style sheet, without scripts and without anything from elsewhere. */
export function writeWebPage(interview: Interview, options: WebPageOptions): WebPage {
  const { canonical } = options;
  const lead = leadPicture(interview, options.pictures);
  const facts = {
    description: plainText(interview.standfirst).replace(/\s+/g, ' ').trim(),
    images: lead ? [absolute(lead.file, canonical)] : [],
    ...(canonical !== undefined && isSafeLink(canonical) ? { canonical } : {}),
  };
  const html = element(
    'html',
    { lang: interview.language },
    pageHead(interview, facts, lead?.alt ?? ''),
    element(
      'body',
      {},
      masthead(interview),
      element('main', {}, article(interview, options.pictures), comments(interview), teasers(interview)),
    ),
  );
  return {
    files: [
      { file: 'index.html', contents: renderPage(html) },
      { file: 'style.css', contents: PAGE_STYLE + galleryStyle(interview) },
    ],
    remarks: remarksOf(interview, options.pictures),
  };
}

function masthead({ paper, issue, language }: Interview): Element | undefined {
  if (!paper && !issue) return undefined;
  // A bare number on the page says nothing; "Số Tết" says it all.
  const named = issue && /^\d+$/.test(issue) ? pageWords(language)('exports.page-issue', { issue }) : issue;
  return element(
    'header',
    { class: 'masthead' },
    paper ? element('p', { class: 'paper' }, paper) : undefined,
    named ? element('p', { class: 'issue' }, named) : undefined,
  );
}

function article(interview: Interview, pictures: PicturePlan): Element {
  const { section, kicker, headline, standfirst, published, byline } = interview;
  const names = byline.map(({ name }) => name).filter((name) => name.trim() !== '');
  const signature = formatByline(byline);
  return element(
    'article',
    {},
    element(
      'header',
      { class: 'head' },
      section !== undefined && section !== '' && element('p', { class: 'section' }, section),
      !isBlank(kicker) && element('p', { class: 'kicker' }, inline(kicker ?? [])),
      element('h1', {}, isBlank(headline) ? pageWords(interview.language)('exports.page-untitled') : inline(headline)),
      (names.length > 0 || published !== undefined) &&
        element(
          'p',
          { class: 'meta' },
          names.length > 0 && element('span', { class: 'author' }, names.join(', ')),
          names.length > 0 && published !== undefined && ' ',
          published !== undefined &&
            element('time', { datetime: published }, formatTimeLine(published, interview.language) || published),
        ),
      !isBlank(standfirst) && element('p', { class: 'sapo' }, inline(standfirst ?? [])),
    ),
    element('div', { class: 'story' }, storyBody(interview, pictures)),
    signature !== '' && element('footer', { class: 'signature' }, element('p', { class: 'byline' }, signature)),
  );
}

/** The place where the paper's own system puts what readers write. */
function comments(interview: Interview): Element | undefined {
  if (!interview.comments) return undefined;
  const words = pageWords(interview.language);
  return element(
    'section',
    { class: 'comments', id: 'comments', 'aria-labelledby': 'comments-heading' },
    element('h2', { id: 'comments-heading' }, words('exports.page-comments')),
    element('div', { class: 'comments-slot' }, element('p', {}, words('exports.page-no-comments'))),
  );
}

function teasers(interview: Interview): Element | undefined {
  if (interview.teasers.length === 0) return undefined;
  const words = pageWords(interview.language);
  return element(
    'aside',
    { class: 'teasers', 'aria-labelledby': 'teasers-heading' },
    element('h2', { id: 'teasers-heading' }, words('exports.page-related')),
    interview.teasers.map(teaser),
  );
}

function teaser({ heading, text, label, link }: Teaser): Element {
  const words = [
    label ? element('span', { class: 'label' }, `(${label})`) : undefined,
    label ? ' ' : undefined,
    heading,
  ];
  return element(
    'article',
    { class: 'teaser' },
    element('h3', {}, link !== undefined && isSafeLink(link) ? element('a', { href: link }, words) : words),
    text !== undefined && text !== '' && element('p', {}, text),
  );
}

/** The picture that stands for the piece elsewhere: the widest JPEG of the first photo that is there. */
function leadPicture(interview: Interview, pictures: PicturePlan): { file: string; alt: string } | undefined {
  for (const { photoId, alt } of shownPictures(interview)) {
    const file = pictures.get(photoId ?? '')?.findLast(({ format }) => format === 'jpg')?.file;
    if (file !== undefined) return { file, alt };
  }
  return undefined;
}

function absolute(file: string, canonical: string | undefined): string {
  return canonical === undefined ? file : canonical.replace(/[^/]*([?#].*)?$/, '') + file;
}

function remarksOf(interview: Interview, pictures: PicturePlan): readonly Remark[] {
  const blocks = interview.body.flatMap((block): readonly Remark[] => {
    const place = { block: block.id, part: 'block' };
    if (block.kind === 'unknown') return [loss('export-unknown-block', { kind: String(block.raw['kind']) }, place)];
    return shownInBlock(block)
      .filter((shown) => !hasPicture(shown, pictures))
      .map((shown) => warning('export-photo-missing', {}, placeOfShown(shown)));
  });
  const empty = interview.body.filter(
    (block) => block.kind !== 'unknown' && shownInBlock(block).length === 0 && isBlankBlock(block),
  );
  const links = textsOf(interview).flatMap(({ text, place }) =>
    text.flatMap(({ link }) =>
      link === undefined || isSafeLink(link) ? [] : [loss('export-link-dropped', {}, place)],
    ),
  );
  return [...blocks, ...(empty.length ? [note('export-empty-block', { count: empty.length })] : []), ...links];
}

function hasPicture({ photoId }: ShownPicture, pictures: PicturePlan): boolean {
  return photoId !== undefined && (pictures.get(photoId)?.length ?? 0) > 0;
}
