import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import { dataBlock, element } from './element';
import type { Element } from './element';
import { newsArticle } from './structured-data';
import type { PageFacts } from './structured-data';

const LOCALES: { readonly [language: string]: string } = { vi: 'vi_VN', en: 'en_GB' };

/** The head of the page: what browsers, search engines and social sites read. */
export function pageHead(interview: Interview, facts: PageFacts, imageAlt: string): Element {
  const headline = plainText(interview.headline);
  const title = [headline, interview.paper].filter(Boolean).join(' - ');
  const property = (name: string, content: string | undefined) =>
    content !== undefined && content !== '' && element('meta', { property: name, content });
  const named = (name: string, content: string | undefined) =>
    content !== undefined && content !== '' && element('meta', { name, content });
  const authors = interview.byline.map(({ name }) => name).filter((name) => name.trim() !== '');
  const image = facts.images[0];
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // A document without a title is not valid; the language of the piece decides what an untitled one is called.
    element('title', {}, title || 'Galley'),
    named('description', facts.description),
    named('author', authors.join(', ')),
    named('generator', GENERATOR),
    named('color-scheme', 'light dark'),
    facts.canonical !== undefined && element('link', { rel: 'canonical', href: facts.canonical }),
    property('og:type', 'article'),
    property('og:title', headline),
    property('og:description', facts.description),
    property('og:url', facts.canonical),
    property('og:site_name', interview.paper),
    property('og:locale', LOCALES[interview.language.slice(0, 2).toLowerCase()]),
    property('og:image', image),
    image !== undefined && property('og:image:alt', imageAlt),
    property('article:published_time', interview.published),
    property('article:section', interview.section),
    authors.map((author) => property('article:author', author)),
    named('twitter:card', image === undefined ? 'summary' : 'summary_large_image'),
    element('link', { rel: 'stylesheet', href: 'style.css' }),
    dataBlock(newsArticle(interview, facts)),
  );
}

/** By this name an export finds the page that an earlier export wrote. */
export const GENERATOR = 'Galley';
