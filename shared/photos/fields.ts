/** What a picture file says of itself, in the words of IPTC. Texts are plain, in NFC, never empty. */
export interface PhotoFields {
  readonly caption?: string;
  readonly headline?: string;
  readonly creator?: string;
  readonly credit?: string;
  readonly copyright?: string;
  readonly usageTerms?: string;
  /** For those who cannot see the picture: short. */
  readonly alt?: string;
  /** The long description that the alt text has no room for. */
  readonly extended?: string;
  /** ISO 8601: a day, or a day and time to the second, with offset where the file has one. */
  readonly taken?: string;
  readonly sublocation?: string;
  readonly city?: string;
  readonly province?: string;
  readonly country?: string;
  /** Persons shown in the picture. */
  readonly persons?: readonly string[];
  /** A term of the IPTC list of digital source types, without its address: digitalCapture, trainedAlgorithmicMedia … */
  readonly digitalSource?: string;
  readonly aiSystem?: string;
  readonly aiSystemVersion?: string;
  readonly aiPrompt?: string;
  readonly aiPromptWriter?: string;
}

export type PhotoField = keyof PhotoFields;

/** The fields that Galley writes back into a file; where a picture came from is told by the file, never by us. */
export const WRITABLE_FIELDS = [
  'caption',
  'headline',
  'creator',
  'credit',
  'copyright',
  'usageTerms',
  'alt',
  'extended',
  'taken',
  'sublocation',
  'city',
  'province',
  'country',
  'persons',
] as const satisfies readonly PhotoField[];

export type WritableField = (typeof WRITABLE_FIELDS)[number];

/** New values of some fields; null takes a field away, an absent one stays as it is. */
export type FieldChange = { readonly [Field in WritableField]?: Exclude<PhotoFields[Field], undefined> | null };

/** How much of the picture a machine made, after the IPTC list of digital source types. */
export type AiOrigin = 'generated' | 'in-part' | 'algorithm' | 'named';

const AI_SOURCES: { readonly [term: string]: AiOrigin } = {
  trainedAlgorithmicMedia: 'generated',
  compositeWithTrainedAlgorithmicMedia: 'in-part',
  compositeSynthetic: 'in-part',
  algorithmicMedia: 'algorithm',
  algorithmicallyEnhanced: 'algorithm',
};

/** What the fields say of an origin in a machine; `named` when a system is told but no source type. Null says nothing of it. */
export function aiOriginOf({ digitalSource, aiSystem, aiPrompt }: PhotoFields): AiOrigin | null {
  const told = digitalSource === undefined ? undefined : AI_SOURCES[digitalSource];
  if (told !== undefined) return told;
  return aiSystem !== undefined || aiPrompt !== undefined ? 'named' : null;
}

/** The place in one line, from the nearest to the widest; undefined when none is known. */
export function placeLine({ sublocation, city, province, country }: PhotoFields): string | undefined {
  const parts = [sublocation, city, province, country].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
