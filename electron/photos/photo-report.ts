import type { Remark } from '../../shared/checks/remark';
import { note, warning } from '../../shared/checks/remark';
import { aiOriginOf } from '../../shared/photos/fields';
import type { AiOrigin, PhotoField, PhotoFields } from '../../shared/photos/fields';
import type { Charset, DecodedText } from './charset';
import { decodeBytes, decodeString } from './charset';
import { cleanText, NAME_LIMIT, TEXT_LIMIT } from './clean-text';
import { readExif } from './exif';
import type { ExifFacts } from './exif';
import { DATASET, readIim } from './iim';
import type { Iim } from './iim';
import { metadataBlocks } from './metadata-blocks';
import { readXmp } from './xmp';
import type { XmpProperties } from './xmp';

/** Where a text stands in the file. */
export type FieldSource = 'iptc' | 'xmp' | 'exif';

/** A text whose charset had to be guessed, with what it would be in the other one. */
export interface GuessedField {
  readonly field: PhotoField;
  readonly source: FieldSource;
  readonly charset: Charset;
  readonly text: string;
  readonly otherwise?: { readonly charset: Charset; readonly text: string };
}

/** A field of which two parts of the file say different things: `used` is the one in `fields`. */
export interface FieldConflict {
  readonly field: PhotoField;
  readonly used: FieldSource;
  readonly other: FieldSource;
  readonly text: string;
}

/** What in the file is about the photographer's machine or whereabouts, and never leaves with a web page. */
export type PrivateData = 'gps' | 'serial' | 'owner';

export interface PhotoReport {
  readonly fields: PhotoFields;
  readonly guesses: readonly GuessedField[];
  readonly conflicts: readonly FieldConflict[];
  readonly ai: AiOrigin | null;
  /** Content credentials (C2PA) are embedded: any change of the file leaves them without effect. */
  readonly credentials: boolean;
  readonly private: readonly PrivateData[];
  readonly remarks: readonly Remark[];
}

/** All the words of a picture file, where they stand and how sure they are. Never fails at damaged or hostile data. */
export function readPhotoReport(bytes: Uint8Array): PhotoReport {
  const blocks = metadataBlocks(bytes);
  const iim = blocks.iptc ? readIim(blocks.iptc) : null;
  const xmp = blocks.xmp ? readXmp(blocks.xmp) : null;
  const exif = readExif(blocks.exif);
  const picked = pickFields(iim, xmp ?? new Map(), exif);
  const ai = aiOriginOf(picked.fields);
  const owner = exif.owner || xmp?.has('aux:OwnerName') === true || xmp?.has('exifEX:CameraOwnerName') === true;
  const serial = exif.serial || xmp?.has('aux:SerialNumber') === true || xmp?.has('exifEX:BodySerialNumber') === true;
  const gps = exif.gps || xmp?.has('exif:GPSLatitude') === true;
  return {
    ...picked,
    ai,
    credentials: blocks.credentials,
    private: [
      ...(gps ? ['gps' as const] : []),
      ...(serial ? ['serial' as const] : []),
      ...(owner ? ['owner' as const] : []),
    ],
    remarks: [
      ...(blocks.oversized ? [warning('photo-metadata-oversized')] : []),
      ...(blocks.xmp && xmp === null ? [warning('photo-xmp-damaged')] : []),
      ...picked.guesses.map(({ field, charset, text }) => warning('photo-charset-guessed', { field, charset, text })),
      ...picked.conflicts.map(({ field, used, other, text }) =>
        note('photo-fields-differ', { field, used: used.toUpperCase(), other: other.toUpperCase(), text }),
      ),
      ...(ai === null ? [] : [warning(`photo-ai-${ai}`)]),
      ...(blocks.credentials ? [note('photo-credentials')] : []),
    ],
  };
}

interface Reading {
  readonly source: FieldSource;
  readonly text: string;
  readonly decoded: DecodedText;
}

const NAMES = new Set<PhotoField>(['headline', 'creator', 'credit', 'sublocation', 'city', 'province', 'country']);

const XMP_NAMES: { readonly [field in PhotoField]?: string } = {
  caption: 'dc:description',
  headline: 'photoshop:Headline',
  creator: 'dc:creator',
  credit: 'photoshop:Credit',
  copyright: 'dc:rights',
  usageTerms: 'xmpRights:UsageTerms',
  alt: 'Iptc4xmpCore:AltTextAccessibility',
  extended: 'Iptc4xmpCore:ExtDescrAccessibility',
  sublocation: 'Iptc4xmpCore:Location',
  city: 'photoshop:City',
  province: 'photoshop:State',
  country: 'photoshop:Country',
  digitalSource: 'Iptc4xmpExt:DigitalSourceType',
  aiSystem: 'Iptc4xmpExt:AISystemUsed',
  aiSystemVersion: 'Iptc4xmpExt:AISystemVersionUsed',
  aiPrompt: 'Iptc4xmpExt:AIPromptInformation',
  aiPromptWriter: 'Iptc4xmpExt:AIPromptWriterName',
};

function pickFields(iim: Iim | null, xmp: XmpProperties, exif: ExifFacts) {
  const fields: { [field: string]: string | readonly string[] } = {};
  const guesses: GuessedField[] = [];
  const conflicts: FieldConflict[] = [];
  const pick = (field: PhotoField, readings: readonly Reading[]) => {
    const used = best(readings);
    if (used === undefined) return;
    fields[field] = field === 'digitalSource' ? (used.text.split('/').at(-1) ?? used.text) : used.text;
    const { source, text, decoded } = used;
    if (decoded.guessed) {
      const { charset, otherwise } = decoded;
      guesses.push({ field, source, charset, text, ...(otherwise ? { otherwise } : {}) });
    }
    for (const reading of readings) {
      // IIM has room for few bytes: a text cut short there is not another text. A worse reading of the same is none either.
      if (reading === used || used.text.startsWith(reading.text) || reading.decoded.guessed) continue;
      conflicts.push({ field, used: source, other: reading.source, text: reading.text });
    }
  };
  for (const [field, name] of Object.entries(XMP_NAMES) as [PhotoField, string][]) {
    const limit = NAMES.has(field) ? NAME_LIMIT : TEXT_LIMIT;
    const dataset = DATASET[field as keyof typeof DATASET] as number | undefined;
    const old = dataset === undefined ? [] : (iim?.datasets.get(dataset) ?? []);
    pick(field, [
      ...reading('iptc', old.map(decodeBytes), limit),
      ...reading('xmp', (xmp.get(name) ?? []).map(decodeString), limit),
      ...reading('exif', [exif.texts[field]].filter((bytes) => bytes !== undefined).map(decodeBytes), limit),
    ]);
  }
  const persons = (xmp.get('Iptc4xmpExt:PersonInImage') ?? [])
    .map((name) => cleanText(decodeString(name).text, NAME_LIMIT))
    .filter((name) => name !== '');
  if (persons.length > 0) fields['persons'] = persons;
  const taken = exif.taken ?? xmpDate(xmp.get('photoshop:DateCreated')?.[0]) ?? iimDate(iim) ?? exif.digitised;
  if (taken !== undefined) fields['taken'] = taken;
  return { fields: fields as PhotoFields, guesses, conflicts };
}

function reading(source: FieldSource, decoded: readonly DecodedText[], limit: number): readonly Reading[] {
  const texts = decoded.map(({ text }) => cleanText(text, limit)).filter((text) => text !== '');
  if (texts.length === 0) return [];
  const unsure = decoded.find(({ guessed }) => guessed) ?? decoded[0];
  return unsure ? [{ source, text: cleanText(texts.join(', '), limit), decoded: unsure }] : [];
}

/** The first that is sure; a longer one that only goes on where the first was cut; a guess when nothing else is there. */
function best(readings: readonly Reading[]): Reading | undefined {
  const first = readings.find(({ decoded }) => !decoded.guessed) ?? readings[0];
  if (first === undefined || first.decoded.guessed) return first;
  return (
    readings.find(({ text, decoded }) => !decoded.guessed && text !== first.text && text.startsWith(first.text)) ??
    first
  );
}

/** An XMP date as ISO 8601 to the second: a day, or a day and a time. */
function xmpDate(text: string | undefined): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text?.trim() ?? '',
  );
  if (!found) return undefined;
  const [, day = '', time, seconds = ':00', offset = ''] = found;
  if (!isDay(day)) return undefined;
  return time === undefined ? day : `${day}T${time}${seconds}${offset}`;
}

function iimDate(iim: Iim | null): string | undefined {
  const ascii = (dataset: number) => Buffer.from(iim?.datasets.get(dataset)?.[0] ?? []).toString('latin1');
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(ascii(DATASET.dateCreated)) ?? [];
  const day = `${year}-${month}-${date}`;
  if (year === undefined || !isDay(day)) return undefined;
  const time = /^(\d{2})(\d{2})(\d{2})(?:([+-]\d{2})(\d{2}))?$/.exec(ascii(DATASET.timeCreated));
  if (!time) return day;
  return `${day}T${time[1]}:${time[2]}:${time[3]}${time[4] ? `${time[4]}:${time[5]}` : ''}`;
}

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}
