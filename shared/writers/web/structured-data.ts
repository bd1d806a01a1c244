import type { NewsArticle, Person as PersonData, WithContext } from 'schema-dts';
import { plainText } from '../../interview/text';
import type { Interview, Person } from '../../interview/types';

/** What the page says of itself to machines beyond its words. */
export interface PageFacts {
  readonly description: string;
  /** Absolute when the page's address is known, else relative to it. */
  readonly images: readonly string[];
  /** The page's own address, when it is known. */
  readonly canonical?: string;
}

/**
 * The piece as schema.org NewsArticle. There is no Interview type, and QAPage and FAQPage mean forum and help pages
 * (schemaorg#1439, #4817): the interviewee is what the article is about, the questions stay in the text.
 */
export function newsArticle(interview: Interview, facts: PageFacts): WithContext<NewsArticle> {
  const about = interview.people.filter(({ part }) => part === 'interviewee').map(personData);
  const mentions = interview.people.filter(({ part }) => part === 'other').map(personData);
  const authors = interview.byline
    .filter(({ name }) => name.trim() !== '')
    .map(({ name }) => ({ '@type': 'Person' as const, name }));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: plainText(interview.headline),
    ...(facts.description ? { description: facts.description } : {}),
    inLanguage: interview.language,
    ...(interview.published ? { datePublished: interview.published } : {}),
    ...(interview.section ? { articleSection: interview.section } : {}),
    ...(authors.length ? { author: authors } : {}),
    ...(interview.paper ? { publisher: { '@type': 'NewsMediaOrganization', name: interview.paper } } : {}),
    ...(facts.images.length ? { image: [...facts.images] } : {}),
    ...(about.length ? { about } : {}),
    ...(mentions.length ? { mentions } : {}),
    ...(facts.canonical ? { mainEntityOfPage: facts.canonical } : {}),
  };
}

function personData({ name, role, office, honorific }: Person): PersonData {
  return {
    '@type': 'Person',
    name,
    ...(honorific ? { honorificPrefix: honorific } : {}),
    ...(role ? { jobTitle: role } : {}),
    ...(office ? { worksFor: { '@type': 'Organization', name: office } } : {}),
  };
}
