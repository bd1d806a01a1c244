import { formatByline } from '../../interview/byline';
import { equalData } from '../../interview/equal';
import { plainText } from '../../interview/text';
import type { Block, Interview, Photo, Teaser } from '../../interview/types';
import type { FactChange } from './comparison';

type Facts = { readonly [fact: string]: string | undefined };

/** Fields of the piece that are not rich text. */
export function compareFields(a: Interview, b: Interview): readonly FactChange[] {
  return changes(fieldFacts(a), fieldFacts(b));
}

/** What a block is and points to, besides its words. */
export function compareBlockFacts(a: Block, b: Block, before: Interview, after: Interview): readonly FactChange[] {
  if (a.kind === 'unknown' && b.kind === 'unknown')
    return equalData(a.raw, b.raw)
      ? []
      : [{ fact: 'unknown', before: JSON.stringify(a.raw), after: JSON.stringify(b.raw) }];
  return changes(blockFacts(a, before), blockFacts(b, after));
}

function changes(a: Facts, b: Facts): readonly FactChange[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((fact) => {
    const [was, is] = [a[fact] ?? '', b[fact] ?? ''];
    if (was === is) return [];
    return [{ fact, ...(was === '' ? {} : { before: was }), ...(is === '' ? {} : { after: is }) }];
  });
}

function fieldFacts(interview: Interview): Facts {
  const { language, slug, published, paper, section, issue, labels, comments, byline, people, teasers } = interview;
  const { template, variables } = interview;
  return {
    language,
    slug,
    published,
    paper,
    section,
    issue,
    labels,
    comments: String(comments),
    byline: formatByline(byline),
    people: people
      .map(({ name, shortName, honorific, role, office, part }) =>
        [honorific, name, shortName && `(${shortName})`, role, office, part].filter(Boolean).join(' · '),
      )
      .join('; '),
    teasers: teasers.map(teaserFact).join('; '),
    template,
    variables: variables?.map(({ label, value }) => `${label}: ${value}`).join('; '),
  };
}

function teaserFact({ heading, text, label, link }: Teaser): string {
  return [label, heading, text, link].filter(Boolean).join(' · ');
}

function blockFacts(block: Block, { people, photos }: Interview): Facts {
  const person = (id: string | undefined) => id && (people.find((each) => each.id === id)?.name ?? id);
  const kind = block.kind;
  switch (block.kind) {
    case 'question':
      return { kind, speaker: person(block.speaker) };
    case 'answer':
      return { kind, speaker: person(block.speaker), timecode: block.timecode?.toString() };
    case 'photo': {
      const photo = photos.find(({ id }) => id === block.photoId);
      return {
        kind,
        picture: photo?.file,
        span: String(block.span),
        focus: photo?.focus && `${photo.focus.x} ${photo.focus.y}`,
        crops: photo?.crops && JSON.stringify(photo.crops),
      };
    }
    case 'gallery': {
      const shown = block.pictures.map(({ photoId }) => photos.find(({ id }) => id === photoId));
      const each = (fact: (photo: Photo) => string | undefined) =>
        shown.map((photo) => (photo && fact(photo)) ?? '–').join(' ');
      return {
        kind,
        layout: block.layout,
        span: String(block.span),
        pictures: each(({ file }) => file),
        focus: each(({ focus }) => focus && `${focus.x}/${focus.y}`),
        crops: each(({ crops }) => crops && JSON.stringify(crops)),
      };
    }
    case 'list':
      return { kind, ordered: String(block.ordered) };
    case 'unknown':
      return { kind: String(block.raw['kind']) };
    default:
      return { kind };
  }
}

/** The words of a block on one line, for lists. */
export function wordsOf(block: Block): string {
  return 'text' in block ? plainText(block.text) : '';
}
