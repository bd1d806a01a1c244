/** What a document of ours says of itself in its custom properties: Word and LibreOffice keep them. */
export interface DocxProperties {
  /** manuscript: for anybody; round: the answers, for the one who gave them. */
  readonly kind: 'manuscript' | 'review' | 'round' | 'receipt';
  /** The hash of the content that it was made from. */
  readonly content: string;
  /** Of a round: which piece and which round it is. */
  readonly piece?: string;
  readonly round?: number;
}

export const PROPERTY = {
  kind: 'GalleyKind',
  content: 'GalleyContent',
  piece: 'GalleyPiece',
  round: 'GalleyRound',
} as const;

/**
 * What an export says of its approval, a property for each field of the seal: Word cuts a value behind 255 characters, and
 * people read them in the properties of the file.
 */
export const STAMP_PROPERTY = {
  stamp: 'GalleyStamp',
  hash: 'GalleySeal',
  by: 'GalleySealBy',
  role: 'GalleySealRole',
  at: 'GalleySealAt',
  version: 'GalleySealVersion',
  entry: 'GalleySealEntry',
  check: 'GalleySealCheck',
  /** The sum over every other part of the file and over what the properties say. */
  sum: 'GalleySum',
} as const;
