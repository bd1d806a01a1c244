/** The names by which WordprocessingML tells its elements apart (ISO/IEC 29500, and what Word added to it). */
export const NS = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
} as const;

/** What Word writes in the strict form of the standard; read, never written. */
export const STRICT_W = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Kinds of relationships, as the last part of their address. */
export const RELATION = {
  document: `${NS.r}/officeDocument`,
  styles: `${NS.r}/styles`,
  numbering: `${NS.r}/numbering`,
  settings: `${NS.r}/settings`,
  comments: `${NS.r}/comments`,
  image: `${NS.r}/image`,
  hyperlink: `${NS.r}/hyperlink`,
  header: `${NS.r}/header`,
  footer: `${NS.r}/footer`,
  commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  app: `${NS.r}/extended-properties`,
  custom: `${NS.r}/custom-properties`,
} as const;
