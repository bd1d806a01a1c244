import { keyOfPicture } from '../../interview/shown-pictures';
import { cropFor, focusIn } from '../../photos/crop';
import type { HandOff, HandOffParagraph } from '../hand-off/story';
import { picturesOf } from '../hand-off/story';
import { DEFAULT_STYLE_NAMES } from '../hand-off/styles';
import type { StyleNames } from '../hand-off/styles';
import { element, XML_HEAD } from '../hand-off/xml';
import { packagePart, spreadId } from './package-part';
import type { IdmlPart, IdmlStory } from './package-part';
import type { PageGeometry, TextBox } from './page-geometry';
import type { LinkedPicture } from './picture-frame';
import { resourceParts } from './resource-parts';
import { designMap, spreadPart } from './spread-parts';
import type { LinkedBlock, StoryFrame } from './spread-parts';
import { paragraphRanges } from './ranges';

const IDML_MIMETYPE = 'application/vnd.adobe.indesign-idml-package';

export interface IdmlOptions {
  readonly names?: StyleNames;
  /** The pictures by their photo file; one that is not among them leaves an empty frame. */
  readonly links: ReadonlyMap<string, LinkedPicture>;
}

/** The piece as an InDesign layout (IDML 8): named styles, threaded frames, linked pictures, tagged structure. */
export function writeIdml(
  handOff: HandOff,
  geometry: PageGeometry,
  { links, names = DEFAULT_STYLE_NAMES }: IdmlOptions,
): readonly IdmlPart[] {
  const stories = storiesOf(handOff, geometry);
  const frames = framesOf(stories);
  const linked = linkedBlocks(handOff, links);
  return [
    { path: 'mimetype', contents: IDML_MIMETYPE },
    { path: 'designmap.xml', contents: designMap(geometry, stories, handOff.language) },
    { path: 'META-INF/container.xml', contents: CONTAINER },
    ...resourceParts(geometry, { names, language: handOff.language }),
    ...geometry.pages.map((page, index) => ({
      path: `Spreads/Spread_${spreadId(index)}.xml`,
      contents: spreadPart(
        geometry,
        index,
        page,
        frames.filter((frame) => frame.page === index),
        linked,
      ),
    })),
    ...stories.map((story) => ({
      path: `Stories/Story_${story.id}.xml`,
      contents: storyPart(story, names, geometry.looks),
    })),
  ];
}

/** The picture of each photo block, with the point that its frame keeps: the linked file is cut already. */
function linkedBlocks(handOff: HandOff, links: ReadonlyMap<string, LinkedPicture>): ReadonlyMap<string, LinkedBlock> {
  return new Map(
    picturesOf(handOff).flatMap((picture) => {
      const { photo } = picture;
      const link = photo ? links.get(photo.file) : undefined;
      return link && photo
        ? [[keyOfPicture(picture), { link, focus: focusIn(cropFor(photo, 'print'), photo.focus) }]]
        : [];
    }),
  );
}

/** The texts of the layout: the head of the page, the story, captions and credits, pointers to other pieces. */
function storiesOf(handOff: HandOff, { pages }: PageGeometry): readonly IdmlStory[] {
  const { kicker, headline, sapo, body, related } = handOff;
  const stories: IdmlStory[] = [];
  const add = (
    tag: string,
    paragraphs: readonly (HandOffParagraph | null)[],
    frames: IdmlStory['frames'],
    wraps = false,
  ): void => {
    const kept = paragraphs.filter((paragraph) => paragraph !== null);
    if (kept.length === 0 || frames.length === 0) return;
    stories.push({ id: `gt${stories.length + 1}`, tag, paragraphs: kept, frames, wraps });
  };
  const at = (page: number, box: TextBox | null | undefined) => (box ? [{ page, box }] : []);
  const [first] = pages;
  add('kicker', [kicker], at(0, first?.kicker));
  add('headline', [headline], at(0, first?.headline));
  add('sapo', [sapo], at(0, first?.sapo));
  const inBody = body.flatMap((part) => (part.kind === 'paragraph' ? [part.paragraph] : []));
  const apart = new Set(pages.flatMap(({ quotes }) => quotes.map(({ block }) => block)));
  const hasRelated = pages.some((page) => page.related);
  add(
    'story',
    [...inBody.filter(({ block = '' }) => !apart.has(block)), ...(hasRelated ? [] : related)],
    pages.flatMap(({ columns }, page) => columns.map((box) => ({ page, box }))),
  );
  const shown = new Map(picturesOf(handOff).map((picture) => [keyOfPicture(picture), picture]));
  for (const [page, { pictures, commons, quotes, related: box }] of pages.entries()) {
    for (const placed of pictures) {
      const picture = shown.get(keyOfPicture(placed));
      if (!picture) continue;
      add('caption', [labelled(picture.caption, placed.label)], at(page, placed.caption), placed.inColumn);
      add('credit', [picture.credit], at(page, placed.credit), placed.inColumn);
    }
    for (const { block, caption, credit, inColumn } of commons) {
      const part = body.find((each) => each.kind === 'gallery' && each.gallery.block === block);
      if (part?.kind !== 'gallery') continue;
      add('caption', [part.gallery.caption], at(page, caption), inColumn);
      add('credit', [part.gallery.credit], at(page, credit), inColumn);
    }
    for (const { block, box: quote } of quotes) {
      add(
        'pullQuote',
        inBody.filter((paragraph) => paragraph.block === block),
        at(page, quote),
      );
    }
    add('related', related, at(page, box));
  }
  return stories;
}

function labelled(paragraph: HandOffParagraph | null, label: string | undefined): HandOffParagraph | null {
  if (!paragraph || label === undefined) return paragraph;
  return { ...paragraph, runs: [{ text: `${label} `, style: 'label' }, ...paragraph.runs] };
}

function framesOf(stories: readonly IdmlStory[]): readonly StoryFrame[] {
  return stories.flatMap(({ id, tag, frames, wraps }) =>
    frames.map(({ page, box }, index) => ({
      self: frameId(id, index),
      story: id,
      page,
      box,
      wraps,
      name: frames.length > 1 ? `${tag} ${index + 1}` : tag,
      previous: index > 0 ? frameId(id, index - 1) : null,
      next: index < frames.length - 1 ? frameId(id, index + 1) : null,
    })),
  );
}

function frameId(story: string, index: number): string {
  return `${story}f${index + 1}`;
}

/** A paragraph whose label is set as the page sets it. */
function withSmallLabel(paragraph: HandOffParagraph, looks: PageGeometry['looks']): HandOffParagraph {
  if (!looks[paragraph.style].smallLabels) return paragraph;
  const runs = paragraph.runs.map((run) => (run.style === 'label' ? { ...run, smallCapitals: true as const } : run));
  return { ...paragraph, runs };
}

function storyPart({ id, tag, paragraphs }: IdmlStory, names: StyleNames, looks: PageGeometry['looks']): string {
  const set = paragraphs.map((paragraph) => withSmallLabel(paragraph, looks));
  const ranges = paragraphRanges(set, names, (content, { style }, index) =>
    element('XMLElement', { Self: `gx1${id}p${index + 1}`, MarkupTag: `XMLTag/${style}` }, content),
  );
  const inside = [
    element('StoryPreference', {
      OpticalMarginAlignment: true,
      OpticalMarginSize: 9,
      FrameType: 'TextFrameType',
      StoryOrientation: 'Horizontal',
      StoryDirection: 'LeftToRightDirection',
    }),
    element('InCopyExportOption', { IncludeGraphicProxies: true, IncludeAllResources: false }),
    element('XMLElement', { Self: `gx1${id}`, MarkupTag: `XMLTag/${tag}`, XMLContent: id }, ranges),
  ];
  const story = element(
    'Story',
    { Self: id, AppliedTOCStyle: 'n', TrackChanges: false, StoryTitle: '$ID/', AppliedNamedGrid: 'n' },
    inside,
  );
  return packagePart('Story', story);
}

const CONTAINER =
  XML_HEAD +
  element(
    'container',
    { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
    element('rootfiles', {}, element('rootfile', { 'full-path': 'designmap.xml', 'media-type': 'text/xml' })),
  );
