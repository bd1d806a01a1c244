import type { BlockId } from './place';
import type { BlockSuggestions, PieceSuggestions, ProposedMove } from './suggestions';
import type { Thread } from './threads';

/**
 * The interview: the one document that readers make, the editor edits and writers turn into pages.
 * Everything is plain data, readonly and NFC. The file format is this shape as JSON (schema.ts checks it).
 */

/** The format version written today. A file with a higher one is refused, a lower one migrated. */
export const FORMAT_VERSION = 1;

export type Mark = 'bold' | 'italic' | 'superscript' | 'subscript';

/** A stretch of text with the same marks. `text` is never empty; `link` is http, https or mailto only. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly link?: string;
  /** The ids of the comment threads about these words, sorted. Review's own: no part of what is published. */
  readonly threads?: readonly string[];
}

/** One line or paragraph of inline text. The empty list is the empty text. */
export type Text = readonly Run[];

export type { BlockId };

interface BlockBase {
  /** Stable for the life of the block: it follows the text through edits and moves. */
  readonly id: BlockId;
  /** What the template asks for here; shown while the block is empty, never printed. */
  readonly prompt?: string;
  /** Proposals that nobody has decided yet; the texts of the block are as if all were accepted. Never published. */
  readonly suggestions?: BlockSuggestions;
  /** The block stands here because somebody proposed it. */
  readonly moved?: ProposedMove;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly text: Text;
}

/** Tít xen: a short heading inside the body. */
export interface Subhead extends BlockBase {
  readonly kind: 'subhead';
  readonly text: Text;
}

export interface Question extends BlockBase {
  readonly kind: 'question';
  readonly text: Text;
  /** A person's id; without it the interviewer of the piece asks. */
  readonly speaker?: string;
}

/** One paragraph of an answer. A pair is a question and the answers (and what stands between) up to the next one. */
export interface Answer extends BlockBase {
  readonly kind: 'answer';
  readonly text: Text;
  /** A person's id; without it the interviewee of the piece answers. */
  readonly speaker?: string;
  /** Where the answer starts in the recording, in milliseconds. */
  readonly timecode?: number;
}

export interface PhotoBlock extends BlockBase {
  readonly kind: 'photo';
  /** Points into `photos`; absent while the picture itself is missing. */
  readonly photoId?: string;
  /** Width in columns of the printed page. */
  readonly span: number;
  readonly caption: Text;
  readonly credit: Text;
  /** For those who cannot see the picture; plain text, not the caption repeated. */
  readonly alt: string;
}

/** How a gallery stands: two or three pictures beside each other, or all of them in a strip. More go on in the next row. */
export type GalleryLayout = 'pair' | 'triptych' | 'strip';

/** One picture of a gallery. It needs no caption or credit of its own where the gallery's common one speaks for it. */
export interface GalleryPicture {
  /** Points into `photos`; absent while the picture itself is missing. */
  readonly photoId?: string;
  readonly caption: Text;
  readonly credit: Text;
  readonly alt: string;
}

/** Several photos that are shown as one. */
export interface Gallery extends BlockBase {
  readonly kind: 'gallery';
  readonly layout: GalleryLayout;
  /** Width of the whole in columns of the printed page. */
  readonly span: number;
  /** From left to right, 1 to 12. */
  readonly pictures: readonly GalleryPicture[];
  /** What is said of all the pictures together. */
  readonly caption: Text;
  readonly credit: Text;
}

export interface PullQuote extends BlockBase {
  readonly kind: 'pullQuote';
  readonly quote: Text;
  readonly attribution: Text;
}

export interface Box extends BlockBase {
  readonly kind: 'box';
  readonly heading: Text;
  /** At least one paragraph, which may be empty. */
  readonly paragraphs: readonly Text[];
}

export interface List extends BlockBase {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** At least one item, which may be empty. Lists do not nest. */
  readonly items: readonly Text[];
}

/** The line of thanks. At most one, and the last block of the body. */
export interface Closing extends BlockBase {
  readonly kind: 'closing';
  readonly text: Text;
}

/** A block of a kind this version does not know: kept as it came, written back byte for byte. */
export interface UnknownBlock {
  readonly kind: 'unknown';
  readonly id: BlockId;
  readonly raw: { readonly [key: string]: unknown };
}

export type Block =
  Paragraph | Subhead | Question | Answer | PhotoBlock | Gallery | PullQuote | Box | List | Closing | UnknownBlock;

export type BlockKind = Block['kind'];

export type Part = 'interviewee' | 'interviewer' | 'photographer' | 'other';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** How the piece calls the person after the first mention. */
  readonly shortName?: string;
  /** đồng chí, ông, bà, Dr … */
  readonly honorific?: string;
  readonly role?: string;
  readonly office?: string;
  readonly part: Part;
}

/** Who signs, and as what: thực hiện, ghi, lược ghi, ảnh … `person` points into `people`. */
export interface Signature {
  readonly name: string;
  readonly person?: string;
  readonly role?: string;
}

/** What the picture file itself says about the picture (IPTC, XMP, EXIF). */
export interface PhotoMetadata {
  readonly caption?: string;
  readonly headline?: string;
  readonly credit?: string;
  readonly creator?: string;
  readonly copyright?: string;
  readonly alt?: string;
  readonly taken?: string;
  readonly place?: string;
  readonly usageTerms?: string;
  /** The long description beside the alt text. */
  readonly extended?: string;
  /** Names of the persons shown, joined by "; ". */
  readonly persons?: string;
  /** A term of the IPTC list of digital source types: trainedAlgorithmicMedia and others tell of a machine's work. */
  readonly digitalSource?: string;
}

/** A rectangle as fractions of the picture's width and height, from the top left, upright and straightened. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Photo {
  readonly id: string;
  /** `<sha256 of the bytes>.<ext>`: the name of the file in the piece's photos folder. */
  readonly file: string;
  /** In pixels, after the EXIF orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** The name the file had when it was taken in. */
  readonly name?: string;
  /**
   * Degrees by which the upright picture is turned clockwise about its centre, -45 to 45. What is seen then is the largest
   * rectangle of the picture's own shape without empty corners; focus and crops are fractions of that.
   */
  readonly straighten?: number;
  /** The point that a crop must keep, as fractions; the centre when absent. */
  readonly focus?: { readonly x: number; readonly y: number };
  readonly crops?: { readonly [use: string]: Crop };
  readonly metadata?: PhotoMetadata;
}

/** A related piece that the page points to. */
export interface Teaser {
  readonly heading: string;
  readonly text?: string;
  /** E-magazine, video …: what stands in brackets before the heading. */
  readonly label?: string;
  readonly link?: string;
}

/**
 * How questions and answers are told apart on the page.
 * plain: bold questions without labels; names: "P.V:" and the interviewee's name; words: "Hỏi:" and "Đáp:".
 */
export type LabelStyle = 'plain' | 'names' | 'words';

/** A blank of the template: it stands in the text as `{{label}}` until it is filled. */
export interface Variable {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** How much room the desk gives the piece: lines of text, centimetres of one column, or the first page of its template. */
export type AssignedLength =
  | { readonly kind: 'lines'; readonly lines: number }
  | { readonly kind: 'column'; readonly centimetres: number }
  | { readonly kind: 'page' };

/** What the desk has decided about the piece on paper. `template` is the id of a page template. */
export interface Assigned {
  readonly template?: string;
  readonly length?: AssignedLength;
}

export interface Interview {
  readonly format: 'galley';
  readonly version: number;
  /** BCP 47: "vi", "en" … */
  readonly language: string;
  readonly kicker?: Text;
  readonly headline: Text;
  readonly standfirst?: Text;
  readonly slug?: string;
  /** ISO 8601 with offset, to the minute or the second: 2018-02-02T09:14+07:00. */
  readonly published?: string;
  /** The paper's name, for the folio and for publisher data. */
  readonly paper?: string;
  readonly section?: string;
  readonly issue?: string;
  readonly labels?: LabelStyle;
  readonly assigned?: Assigned;
  /** Which template the piece was started from. */
  readonly template?: string;
  readonly variables?: readonly Variable[];
  readonly people: readonly Person[];
  readonly byline: readonly Signature[];
  readonly body: readonly Block[];
  readonly photos: readonly Photo[];
  readonly teasers: readonly Teaser[];
  /** Whether readers may comment on the web page. */
  readonly comments: boolean;
  /** What the newsroom says about the piece, the oldest first. Never published. */
  readonly threads?: readonly Thread[];
  readonly suggestions?: PieceSuggestions;
}

/** The fields of an interview other than its body and its threads, which change one by one: for forms and changes. */
export type InterviewFields = Omit<Interview, 'body' | 'threads' | 'format' | 'version'>;
