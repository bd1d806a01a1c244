import type { Holder } from '../../shared/desk/lease';
import type { PieceNews } from '../../shared/desk/news';
import { equalData } from '../../shared/interview/equal';
import type { PieceId } from '../../shared/ipc/contract';
import { ok } from '../../shared/result';
import type { After } from './after';
import { guarded } from './failures';
import type { Files } from './files';
import type { LivePiece } from './live-piece';
import type { PieceQueue } from './piece-queue';
import { PieceWatch, WATCH_EVERY } from './piece-watch';

interface Watching {
  readonly watch: PieceWatch;
  readonly hear: (news: PieceNews) => void;
  last: PieceNews | null;
  stop: () => void;
}

/** The open pieces whose windows want to hear what others do with them. Each is looked at every few seconds. */
export class Watches {
  private readonly watching = new Map<PieceId, Watching>();

  constructor(
    private readonly files: Files,
    private readonly now: () => number,
    private readonly after: After,
    private readonly queue: PieceQueue,
  ) {}

  /** Null for a piece that nobody watches. */
  of(piece: PieceId): PieceWatch | null {
    return this.watching.get(piece)?.watch ?? null;
  }

  start(piece: PieceId, live: LivePiece, self: Holder, hear: (news: PieceNews) => void): void {
    if (this.watching.has(piece)) return;
    const watch = new PieceWatch(this.files, live, self, this.now);
    const watching: Watching = { watch, hear, last: null, stop: () => {} };
    this.watching.set(piece, watching);
    this.lookLater(piece, watching, 0);
  }

  /** Looks at once, and tells what is new. Only while nothing else is done with the piece. */
  async look(piece: PieceId): Promise<void> {
    const watching = this.watching.get(piece);
    if (watching) await tell(watching);
  }

  /** The piece is not watched any more, and its lease is given back. */
  async stop(piece: PieceId): Promise<void> {
    const watching = this.watching.get(piece);
    this.watching.delete(piece);
    watching?.stop();
    // A lease that cannot be taken back runs out by itself.
    if (watching) await guarded(async () => ok(await watching.watch.lease.release()));
  }

  private lookLater(piece: PieceId, watching: Watching, milliseconds: number): void {
    watching.stop = this.after(milliseconds, () => {
      void this.queue
        .run(piece, async () => ok(await tell(watching)))
        .finally(() => {
          if (this.watching.get(piece) === watching) this.lookLater(piece, watching, WATCH_EVERY);
        });
    });
  }
}

async function tell(watching: Watching): Promise<void> {
  const news = await watching.watch.look();
  if (equalData(watching.last, news)) return;
  watching.last = news;
  watching.hear(news);
}
