import type { Result } from '../../shared/result';

/** A page to print: Typst source and the files it names. Nothing else can be read from inside the source. */
export interface PressJob {
  readonly source: string;
  /** By the path that the source uses ("/photo-1.jpg"); the bytes, or the path of a file on this machine to read them from. */
  readonly files: { readonly [path: string]: Uint8Array | string };
}

export interface PressPdf {
  readonly pdf: Uint8Array;
  /** What the compiler warned about, in its own words. */
  readonly warnings: readonly string[];
  /** Characters of the source that no face can draw: they print as boxes. */
  readonly missing: readonly string[];
}

/** failed: the source did not compile; timed-out: the watchdog ended it; died: the process went away. */
export type PressFailure = { readonly kind: 'failed' | 'timed-out' | 'died' | 'cancelled'; readonly detail: string };

/** Typst behind one door; in the app a utilityProcess, on the command line and in tests a worker thread. */
export interface Press {
  pdf(job: PressJob, signal?: AbortSignal): Promise<Result<PressPdf, PressFailure>>;
  close(): Promise<void>;
}

/** What a picture turned out to be. Sizes in pixels after orientation. */
export interface PictureFacts {
  readonly format: 'jpg' | 'png' | 'webp' | 'tif';
  readonly width: number;
  readonly height: number;
}

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png';

/** One rendition: the picture turned upright, converted to sRGB, without metadata, never enlarged. */
export interface Rendition {
  readonly path: string;
  /** In pixels; a picture narrower than this keeps its own width. */
  readonly width: number;
  readonly format: PictureFormat;
  /** 1 to 100. */
  readonly quality: number;
}

export interface RenderedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type PictureFailure = {
  readonly kind: 'unreadable' | 'unsupported' | 'too-large' | 'died' | 'cancelled';
  readonly detail: string;
};

/** sharp behind one door, in a process of its own like Press. Limits hold: see limits.ts. */
export interface Pictures {
  inspect(bytes: Uint8Array): Promise<Result<PictureFacts, PictureFailure>>;
  render(rendition: Rendition, signal?: AbortSignal): Promise<Result<RenderedPicture, PictureFailure>>;
  close(): Promise<void>;
}
