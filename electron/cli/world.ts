import type { MintId } from '../../shared/interview/build';
import type { Desk } from '../desk/desk';
import type { MetadataWriter } from '../photos/metadata-writer';
import type { Pictures, Press } from '../press/press';
import type { OpenedSource } from './open-source';

/** What a command may touch: all of it is handed in, so that tests run the same commands with stand-ins. */
export interface World {
  /** Where the person stands; paths that are not absolute start here. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** Results, for other programs. */
  readonly stdout: (text: string) => void;
  /** Words for people. */
  readonly stderr: (text: string) => void;
  readonly press: () => Press;
  readonly pictures: () => Pictures;
  /** Started at the first photo that is written to; whoever made it closes it. */
  readonly metadata: () => MetadataWriter;
  readonly desk: (folder: string) => Desk;
  /** The interview that comes with the program. */
  readonly sample: () => Promise<OpenedSource>;
  readonly mint: MintId;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970; the clock of the machine when it is not given. */
  readonly now?: () => number;
}
