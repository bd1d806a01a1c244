import { captionOf, creditOf, shownPictures } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import { plainText } from '../interview/text';
import type { Interview, Photo } from '../interview/types';
import type { PhotoFields } from './fields';

/**
 * What leaves with a picture on the web, and nothing else: whose it is, on what terms, what it shows, whether a machine
 * made it. Place, persons' names, camera and owner stay at home.
 */
export const WEB_FIELDS = [
  'caption',
  'creator',
  'credit',
  'copyright',
  'usageTerms',
  'alt',
  'extended',
  'digitalSource',
] as const satisfies readonly (keyof PhotoFields)[];

type WebFields = Pick<PhotoFields, (typeof WEB_FIELDS)[number]>;

/**
 * The texts of a photo as the piece has them now. The file's own credit stands in where the piece has none, as whose it is
 * must not get lost; its caption and alt text only for a photo that the body does not show: there they were emptied.
 */
export function textsForExport(photo: Photo, shown: ShownPicture | undefined): WebFields {
  const { metadata = {} } = photo;
  const written = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
  const found: { readonly [field in keyof WebFields]: string | undefined } = {
    caption: shown ? written(plainText(captionOf(shown))) : metadata.caption,
    creator: metadata.creator,
    credit: written(plainText(shown && creditOf(shown))) ?? metadata.credit,
    copyright: metadata.copyright,
    usageTerms: metadata.usageTerms,
    alt: shown ? written(shown.alt) : metadata.alt,
    extended: metadata.extended,
    digitalSource: metadata.digitalSource,
  };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text));
}

/** The packet for a photo of the piece, by its id; null when there is nothing to say. */
export function rightsOf(interview: Pick<Interview, 'photos' | 'body'>, id: string): string | null {
  const photo = interview.photos.find((each) => each.id === id);
  const shown = shownPictures(interview).find(({ photoId }) => photoId === id);
  return photo ? rightsPacket(textsForExport(photo, shown)) : null;
}

const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** An XMP packet of the allowed fields; null when all are empty. */
export function rightsPacket(fields: WebFields): string | null {
  const { caption, creator, credit, copyright, usageTerms, alt, extended, digitalSource } = fields;
  const properties = [
    alternative('dc:description', caption),
    list('dc:creator', creator),
    plain('photoshop:Credit', credit),
    alternative('dc:rights', copyright),
    alternative('xmpRights:UsageTerms', usageTerms),
    alternative('Iptc4xmpCore:AltTextAccessibility', alt),
    alternative('Iptc4xmpCore:ExtDescrAccessibility', extended),
    plain('Iptc4xmpExt:DigitalSourceType', digitalSource && SOURCE_TYPES + digitalSource),
  ].join('');
  if (properties === '') return null;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

function plain(name: string, text: string | undefined): string {
  return text ? `<${name}>${escape(text)}</${name}>` : '';
}

function alternative(name: string, text: string | undefined): string {
  return text ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt></${name}>` : '';
}

function list(name: string, text: string | undefined): string {
  return text ? `<${name}><rdf:Seq><rdf:li>${escape(text)}</rdf:li></rdf:Seq></${name}>` : '';
}

/** XML has no place for most control characters, not even as references. */
function escape(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
