import type { FieldChange } from '../../shared/photos/fields';
import type { Result } from '../../shared/result';
import type { Charset } from './charset';

/**
 * writer-missing: no Perl on this machine, which the writer needs outside Windows; disk-full; failed: the writer refused
 * the file, in its own words. `detail` is for the log and the curious.
 */
export interface WriterFailure {
  readonly kind: 'writer-missing' | 'disk-full' | 'failed';
  readonly detail: string;
}

/** Writes words into a picture file, and takes embedded pictures out of files that we cannot decode. One job at a time per file. */
export interface MetadataWriter {
  /**
   * Changes the fields in `file` itself: give it a copy. IPTC and XMP are kept in step and marked as UTF-8; what is not
   * named stays. `was` is the charset of an old IPTC block that is not marked: its other texts are carried over to UTF-8.
   * The words are what the writer warned about.
   */
  write(file: string, change: FieldChange, was?: Charset): Promise<Result<readonly string[], WriterFailure>>;
  /** The largest JPEG that a RAW or HEIC file carries inside, or null when it carries none. `file` is only read. */
  embeddedPicture(file: string): Promise<Result<Uint8Array | null, WriterFailure>>;
  /** Ends the process behind it. */
  close(): Promise<void>;
}
