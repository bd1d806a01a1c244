import { keyOfPicture } from '../../interview/shown-pictures';
import type { HandOff, HandOffParagraph, HandOffPicture } from '../hand-off/story';
import { picturesIn, textsUnder } from '../hand-off/story';
import { DEFAULT_STYLE_NAMES } from '../hand-off/styles';
import type { StyleNames } from '../hand-off/styles';
import { element, XML_HEAD } from '../hand-off/xml';
import { paragraphRange, paragraphRef, NO_CHARACTER_STYLE } from '../idml/ranges';
import { pictureFrame } from '../idml/picture-frame';
import type { LinkedPicture } from '../idml/picture-frame';
import { characterStyles, paragraphStyles } from '../idml/style-parts';

/** How wide a picture stands in the story, in points: one column of a tabloid page. */
const COLUMN = 139.46;

/**
 * The piece as one InCopy story for "Place": named styles, and each picture linked in a paragraph of its own before its
 * caption. `links` gives the pictures by their photo file.
 */
export function writeIcml(
  handOff: HandOff,
  links: ReadonlyMap<string, LinkedPicture>,
  names: StyleNames = DEFAULT_STYLE_NAMES,
): string {
  const entries = entriesOf(handOff);
  const story = entries.map((entry, at) => {
    const last = at === entries.length - 1;
    if (entry.kind === 'paragraph') return paragraphRange(entry.paragraph, names, last);
    const link = entry.picture.photo ? links.get(entry.picture.photo.file) : undefined;
    return link ? pictureRange(`galley-picture-${at}`, link, entry.picture, names, last) : '';
  });
  return [
    XML_HEAD,
    '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>\n',
    '<?aid SnippetType="InCopyInterchange"?>\n',
    element('Document', { DOMVersion: '8.0', Self: 'galley' }, [
      colours(),
      characterStyles({ names }),
      paragraphStyles({ names, language: handOff.language }),
      element(
        'Story',
        { Self: 'galley-story', AppliedTOCStyle: 'n', TrackChanges: false, StoryTitle: '', AppliedNamedGrid: 'n' },
        [element('StoryPreference', { OpticalMarginAlignment: true, OpticalMarginSize: 9 }), ...story],
      ),
    ]),
    '\n',
  ].join('');
}

type Entry =
  | { readonly kind: 'paragraph'; readonly paragraph: HandOffParagraph }
  | { readonly kind: 'picture'; readonly picture: HandOffPicture };

function entriesOf({ kicker, headline, sapo, body, related }: HandOff): readonly Entry[] {
  const words = (paragraphs: readonly (HandOffParagraph | null)[]): readonly Entry[] =>
    paragraphs.flatMap((paragraph) => (paragraph ? [{ kind: 'paragraph', paragraph }] : []));
  const inBody = body.flatMap((part): readonly Entry[] => {
    if (part.kind === 'paragraph') return [part];
    const pictures = picturesIn(part).map((picture) => ({ kind: 'picture' as const, picture }));
    return [...pictures, ...words(textsUnder(part))];
  });
  return [...words([kicker, headline, sapo]), ...inBody, ...words(related)];
}

function pictureRange(
  self: string,
  link: LinkedPicture,
  picture: HandOffPicture,
  names: StyleNames,
  last: boolean,
): string {
  const box = { x: 0, y: 0, width: COLUMN, height: (COLUMN * link.height) / link.width };
  const frame = pictureFrame(self, box, link, { name: keyOfPicture(picture) });
  return element(
    'ParagraphStyleRange',
    { AppliedParagraphStyle: paragraphRef(names, 'caption') },
    element('CharacterStyleRange', { AppliedCharacterStyle: NO_CHARACTER_STYLE }, frame + (last ? '' : '<Br/>')),
  );
}

function colours(): string {
  return element('Color', {
    Self: 'Color/Galley Accent',
    Model: 'Process',
    Space: 'CMYK',
    ColorValue: '0 100 95 8',
    Name: 'Galley Accent',
  });
}
