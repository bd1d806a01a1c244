import type { BlockId, Place } from './place';

/** One thing that somebody said in a thread. */
export interface Comment {
  readonly id: string;
  /** The name of the person, as the profile gives it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Plain text; lines are parted by "\n". A mention is "@" and a name as it stands in a profile. */
  readonly text: string;
  /** When the words were changed after they were said, milliseconds since 1970. */
  readonly edited?: number;
}

/**
 * What a thread is about. `words`: the runs that name the thread (Run.threads); `place` is where they stood last, for the
 * time when they are gone. `block`: a whole block, a photo for example, or one part of it, such as the caption, named as in Place.
 * `field`: kicker, headline, standfirst, byline.
 */
export type ThreadAnchor =
  | { readonly kind: 'words'; readonly place: Place }
  | { readonly kind: 'block'; readonly block: BlockId; readonly part?: string }
  | { readonly kind: 'field'; readonly field: 'kicker' | 'headline' | 'standfirst' | 'byline' }
  | { readonly kind: 'piece' };

/** A talk about one place of the piece. It is never published and no part of what is sealed. */
export interface Thread {
  readonly id: string;
  readonly anchor: ThreadAnchor;
  /** The words it was opened on, plain: what is shown when they are gone from the text. */
  readonly quote: string;
  /** The first opens the thread; there is always one. */
  readonly comments: readonly Comment[];
  /** Who settled it and when (milliseconds since 1970); absent while it is open. */
  readonly resolved?: { readonly by: string; readonly at: number };
}
