import type { FieldChange, WritableField } from '../../shared/photos/fields';

/** Values by exiftool's name of the tag, with its group: in a wrong group a value is dropped without a word. */
export interface ExifToolTags {
  [tag: string]: string | readonly string[] | null;
}

/** The kinds of picture that differ in what they can hold: IPTC-IIM has a place in JPEG and TIFF only. */
export type TagHome = 'jpg' | 'tif' | 'png' | 'webp';

const XMP: { readonly [field in Exclude<WritableField, 'taken'>]: string } = {
  caption: 'XMP-dc:Description',
  headline: 'XMP-photoshop:Headline',
  creator: 'XMP-dc:Creator',
  credit: 'XMP-photoshop:Credit',
  copyright: 'XMP-dc:Rights',
  usageTerms: 'XMP-xmpRights:UsageTerms',
  alt: 'XMP-iptcCore:AltTextAccessibility',
  extended: 'XMP-iptcCore:ExtDescrAccessibility',
  sublocation: 'XMP-iptcCore:Location',
  city: 'XMP-photoshop:City',
  province: 'XMP-photoshop:State',
  country: 'XMP-photoshop:Country',
  persons: 'XMP-iptcExt:PersonInImage',
};

const IPTC: { readonly [field in WritableField]?: string } = {
  caption: 'IPTC:Caption-Abstract',
  headline: 'IPTC:Headline',
  creator: 'IPTC:By-line',
  credit: 'IPTC:Credit',
  copyright: 'IPTC:CopyrightNotice',
  sublocation: 'IPTC:Sub-location',
  city: 'IPTC:City',
  province: 'IPTC:Province-State',
  country: 'IPTC:Country-PrimaryLocationName',
};

/** Readers that follow the Metadata Working Group look here first: an old text left behind would win over ours. */
const EXIF: { readonly [field in WritableField]?: string } = {
  caption: 'IFD0:ImageDescription',
  creator: 'IFD0:Artist',
  copyright: 'IFD0:Copyright',
};

/** The change as exiftool is told it. Every text goes out in NFC. */
export function exifToolTags(change: FieldChange, home: TagHome): ExifToolTags {
  const tags: ExifToolTags = {};
  const iptc = home === 'jpg' || home === 'tif';
  for (const [field, value] of Object.entries(change) as [WritableField, string | readonly string[] | null][]) {
    if (field === 'taken') Object.assign(tags, takenTags(value as string | null, iptc));
    else {
      const composed = compose(value);
      for (const tag of [XMP[field], ...(iptc ? [IPTC[field]] : []), EXIF[field]]) if (tag) tags[tag] = composed;
    }
  }
  if (iptc) {
    tags['IPTC:CodedCharacterSet'] = 'UTF8';
    // Says to Adobe's programs that IPTC and XMP were written together; with the old digest they would distrust one.
    tags['Photoshop:IPTCDigest'] = 'new';
  }
  return tags;
}

function compose(value: string | readonly string[] | null): string | readonly string[] | null {
  if (value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.normalize('NFC');
  const names = value.filter((name) => name.trim() !== '').map((name) => name.normalize('NFC'));
  return names.length > 0 ? names : null;
}

/** IIM wants a time with its offset, EXIF a day with its time: where the value has none, an old one must not stay. */
function takenTags(taken: string | null, iptc: boolean): ExifToolTags {
  const [, day, time, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?)?$/.exec(taken ?? '') ?? [];
  const date = day?.replaceAll('-', ':') ?? null;
  const zone = offset === 'Z' ? '+00:00' : offset;
  const clock = time === undefined ? '' : `${time}${zone ?? ''}`;
  return {
    'XMP-photoshop:DateCreated': date === null ? null : clock === '' ? date : `${date} ${clock}`,
    'ExifIFD:DateTimeOriginal': date === null || time === undefined ? null : `${date} ${time}`,
    'ExifIFD:OffsetTimeOriginal': zone ?? null,
    ...(iptc
      ? {
          'IPTC:DateCreated': date,
          'IPTC:TimeCreated': time === undefined || zone === undefined ? null : `${time}${zone}`,
        }
      : {}),
  };
}
