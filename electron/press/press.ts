import type { Crop, Interview } from '../../shared/interview/types';
import type { Composed } from '../../shared/print/compose-pages';
import type { PageTemplate } from '../../shared/print/page-template';
import type { Place } from '../../shared/print/check-places';
import type { Proof } from '../../shared/proof/proof';
import type { Result } from '../../shared/result';
import type { PageSvg } from './page-svg/page-svg';

/** A page to print: Typst source and the files it names. Nothing else can be read from inside the source. */
export interface PressJob {
  readonly source: string;
  /** By the path that the source uses ("/photo-1.jpg"); the bytes, or the path of a file on this machine to read them from. */
  readonly files: { readonly [path: string]: PressFile };
}

export type PressFile = Uint8Array | string;

/** An interview to lay out on a template. */
export interface PagesJob {
  readonly interview: Interview;
  readonly template: PageTemplate;
  /** The pictures by the paths that the plan gives them; a photo that is not in `missing` and not here gets a grey field. */
  readonly files: PressJob['files'];
  /** The files (`<sha256>.<ext>`) of photos that are not there: the page keeps their room and says so. */
  readonly missing: readonly string[];
  /** The number in the folio of the first page; 1 when not given. */
  readonly firstPage?: number;
  /** Words across every page, for a proof that nobody may take for the page itself. */
  readonly mark?: string;
  /** plan: where every line stands, for copyfit; places: also where every line was painted; pdf: also the pages; svg: the same as drawings. */
  readonly wanted: 'plan' | 'places' | 'pdf' | 'svg';
}

/** A piece to lay out for the screen. Its photos are not in it: the window has them already and lays them over their room. */
export interface ProofJob {
  readonly interview: Interview;
  readonly template: PageTemplate;
  /** The files (`<sha256>.<ext>`) of photos that are not there. */
  readonly missing: readonly string[];
  /** The pages to draw, counted from 0; none for the plan alone. */
  readonly pages: readonly number[];
}

export interface PressPages {
  readonly composed: Composed;
  /** Where every line was painted, in the order of the plan; empty when only the plan was wanted. */
  readonly places: readonly Place[];
  /** How many tokens do not stand where the plan has them: 0, or the page must not be trusted. */
  readonly offPlan: number;
  readonly pdf: Uint8Array | null;
  /** The pages as drawings, when they were wanted. */
  readonly svgs: readonly PageSvg[];
  readonly warnings: readonly string[];
  readonly missing: readonly string[];
  /** Milliseconds of each step. */
  readonly took: { readonly [step in 'measure' | 'compose' | 'paint']: number };
}

export interface PressPdf {
  readonly pdf: Uint8Array;
  /** What the compiler warned about, in its own words. */
  readonly warnings: readonly string[];
  /** Characters of the source that no face can draw: a mark (\ufffd) prints in their place. */
  readonly missing: readonly string[];
}

/** failed: the source did not compile; timed-out: the watchdog ended it; died: the process went away. */
export type PressFailure = { readonly kind: 'failed' | 'timed-out' | 'died' | 'cancelled'; readonly detail: string };

/** Typst behind one door; in the app a utilityProcess, on the command line and in tests a worker thread. */
export interface Press {
  pdf(job: PressJob, signal?: AbortSignal): Promise<Result<PressPdf, PressFailure>>;
  /** Lays an interview out and, if wanted, prints it. */
  pages(job: PagesJob, signal?: AbortSignal): Promise<Result<PressPages, PressFailure>>;
  /** Lays an interview out and draws pages of it for the screen. */
  proof(job: ProofJob, signal?: AbortSignal): Promise<Result<Proof, PressFailure>>;
  close(): Promise<void>;
}

/** What a picture turned out to be. Sizes in pixels after orientation. */
export interface PictureFacts {
  readonly format: 'jpg' | 'png' | 'webp' | 'tif';
  readonly width: number;
  readonly height: number;
}

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png';

/** One rendition: the picture turned upright, straightened, cut, converted to sRGB, without metadata but `xmp`, never enlarged. */
export interface Rendition {
  readonly path: string;
  /** Degrees clockwise, see Photo.straighten. */
  readonly straighten?: number;
  /** Fractions of the upright, straightened picture; all of it when absent. */
  readonly crop?: Crop;
  /** An XMP packet to put into the file. */
  readonly xmp?: string;
  /** In pixels; a picture that shows fewer keeps its own width. */
  readonly width: number;
  readonly format: PictureFormat;
  /** 1 to 100. */
  readonly quality: number;
}

/** Where the eye goes in a picture: asked for crops of these shapes (width over height). */
export interface AttentionAsk extends Pick<Rendition, 'path' | 'straighten'> {
  readonly shapes: readonly number[];
}

export interface RenderedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture for the plates: upright, in the four inks of a profile, a JPEG without a profile of its own. */
export interface Separation extends Pick<Rendition, 'path' | 'width' | 'crop' | 'straighten'> {
  /** The path of a CMYK profile. */
  readonly profile: string;
  /** 1 to 100. */
  readonly quality: number;
}

export interface SeparatedPicture extends RenderedPicture {
  /** `grey` when the picture has no colour: then it is on the black plate alone. */
  readonly inks: 'cmyk' | 'grey';
  /** The most ink on one pixel and the mean of all, in per cent of one plate. */
  readonly ink: { readonly most: number; readonly mean: number };
}

export type PictureFailure = {
  readonly kind: 'unreadable' | 'unsupported' | 'too-large' | 'died' | 'cancelled';
  readonly detail: string;
};

/** sharp behind one door, in a process of its own like Press. Limits hold: see limits.ts. */
export interface Pictures {
  inspect(bytes: Uint8Array): Promise<Result<PictureFacts, PictureFailure>>;
  render(rendition: Rendition, signal?: AbortSignal): Promise<Result<RenderedPicture, PictureFailure>>;
  separate(separation: Separation, signal?: AbortSignal): Promise<Result<SeparatedPicture, PictureFailure>>;
  /** A crop for each shape asked for, where the eye goes; fractions of the upright, straightened picture. */
  attend(attention: AttentionAsk, signal?: AbortSignal): Promise<Result<readonly Crop[], PictureFailure>>;
  close(): Promise<void>;
}
