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
