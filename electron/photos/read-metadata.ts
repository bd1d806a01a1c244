import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import ExifReader from 'exifreader';
import type { PhotoMetadata } from '../../shared/interview/types';

/** Graphemes are not counted here: a limit in UTF-16 units that no honest caption reaches. */
const TEXT_LIMIT = 4000;
const NAME_LIMIT = 400;

type Tags = { readonly [name: string]: unknown };

/**
 * What the picture says of itself: IPTC, XMP and EXIF, the first that has words for each. Never fails: a picture with
 * broken metadata is a picture without. All of it comes from strangers and stays plain text on one or more lines, in NFC.
 */
export function readPhotoMetadata(bytes: Uint8Array): PhotoMetadata {
  const { iptc, xmp, exif } = readTags(bytes);
  const found: Record<keyof PhotoMetadata, string | undefined> = {
    caption: first(TEXT_LIMIT, iptc['Caption/Abstract'], xmp['description'], exif['ImageDescription']),
    headline: first(NAME_LIMIT, iptc['Headline'], xmp['Headline']),
    credit: first(NAME_LIMIT, iptc['Credit'], xmp['Credit']),
    creator: first(NAME_LIMIT, iptc['By-line'], xmp['creator'], exif['Artist']),
    copyright: first(NAME_LIMIT, iptc['Copyright Notice'], xmp['rights'], exif['Copyright']),
    alt: first(TEXT_LIMIT, xmp['AltTextAccessibility']),
    taken: takenAt(exif),
    place: place(iptc, xmp),
  };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined));
}

interface TagGroups {
  readonly iptc: Tags;
  readonly xmp: Tags;
  readonly exif: Tags;
}

function readTags(bytes: Uint8Array): TagGroups {
  try {
    const groups = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      expanded: true,
      includeTags: { iptc: true, xmp: true, exif: true },
      // Named here because the bundle has no require() with which the reader would find its parser: XMP would be lost in silence.
      domParser: new DOMParser({ onError: onErrorStopParsing }),
    });
    return { iptc: tagsOf(groups.iptc), xmp: tagsOf(groups.xmp), exif: tagsOf(groups.exif) };
  } catch (error) {
    // The reader throws errors of every kind at damaged data (RangeError, TypeError, its own): all say "no metadata".
    if (error instanceof Error) return { iptc: {}, xmp: {}, exif: {} };
    throw error;
  }
}

function tagsOf(group: object | undefined): Tags {
  return group ? { ...group } : {};
}

function first(limit: number, ...tags: readonly unknown[]): string | undefined {
  for (const tag of tags) {
    const text = clean(describe(tag), limit);
    if (text !== '') return text;
  }
  return undefined;
}

/** A tag's words: its description; of several languages the one marked x-default; of several tags of one name all of them. */
function describe(tag: unknown): string {
  if (Array.isArray(tag))
    return tag
      .map(describe)
      .filter((text) => text !== '')
      .join(', ');
  if (typeof tag !== 'object' || tag === null) return '';
  const { description, value } = tag as { readonly description?: unknown; readonly value?: unknown };
  const alternatives = Array.isArray(value)
    ? (value as readonly unknown[]).filter((item) => languageOf(item) !== null)
    : [];
  const chosen = alternatives.find((item) => languageOf(item) === 'x-default') ?? alternatives[0];
  if (chosen !== undefined && alternatives.length > 1) return describe(chosen);
  if (typeof description === 'string') return description;
  return typeof value === 'string' ? value : '';
}

function languageOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('attributes' in item)) return null;
  const { attributes } = item;
  const language =
    typeof attributes === 'object' && attributes !== null && 'lang' in attributes ? attributes.lang : null;
  return typeof language === 'string' ? language : null;
}

/** Controls, bidi overrides and what a wrong charset leaves behind go; lines stay. Cut between characters, never inside one. */
function clean(text: string, limit: number): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
  if (plain.length <= limit) return plain;
  return `${plain
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** EXIF's "2026:11:20 07:30:00" and its offset, when it has one, as ISO 8601. */
function takenAt(exif: Tags): string | undefined {
  const text = first(NAME_LIMIT, exif['DateTimeOriginal'], exif['DateTimeDigitized']);
  const [, year, month, day, time] = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text ?? '') ?? [];
  if (!year || !month || !day || !time || year === '0000' || Number(month) < 1 || Number(month) > 12) return undefined;
  const offset = /^[+-]\d{2}:\d{2}$/.exec(first(NAME_LIMIT, exif['OffsetTimeOriginal']) ?? '')?.[0] ?? '';
  return `${year}-${month}-${day}T${time}${offset}`;
}

function place(iptc: Tags, xmp: Tags): string | undefined {
  const parts = [
    first(NAME_LIMIT, iptc['Sub-location'], xmp['Location']),
    first(NAME_LIMIT, iptc['City'], xmp['City']),
    first(NAME_LIMIT, iptc['Province/State'], xmp['State']),
    first(NAME_LIMIT, iptc['Country/Primary Location Name'], xmp['Country']),
  ].filter((part) => part !== undefined);
  return parts.length ? parts.join(', ') : undefined;
}
