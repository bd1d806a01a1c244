import { join } from 'node:path';
import { LEASE_LIFETIME, type Holder } from '../../shared/desk/lease';
import type { Origin } from '../../shared/desk/origin';
import type { PieceNews } from '../../shared/desk/news';
import { changeSchema, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, OpenedPiece, PieceId, PieceSummary, Saved, TakenIn } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import type { Conflict } from '../../shared/review/merge/conflict';
import { afterTimeout, type After } from './after';
import { writeSynced } from './atomic-file';
import { branchFiles, type BranchFiles } from './branch-files';
import { addConflicts, keepConflicts, listConflicts } from './conflicts-file';
import type { Desk, PhotoFile } from './desk';
import { layBeside, noteExchange, originOf } from './exchange';
import { guarded, isDeskFailure, withPatience } from './failures';
import { diskFiles, type Files } from './files';
import { findLease } from './lease-file';
import { LivePiece, type SnapshotEnd } from './live-piece';
import { findPiece, SNAPSHOT_FILE } from './open-piece';
import { findPhoto, writePhotos } from './photo-files';
import { modifiedAt } from './piece-modified';
import { isPieceName, pieceName } from './piece-name';
import { PieceQueue } from './piece-queue';
import { encodeSnapshot } from './snapshot';
import { insist, SNAPSHOT_CHANGES, SnapshotTiming } from './snapshot-timing';
import { summarise } from './summary';
import { Watches } from './watches';

/** What the desk needs of the world; each has a default and is given by tests. */
export interface DeskTools {
  readonly files?: Files;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Numbers in [0, 1). */
  readonly random?: () => number;
  /** What this installation is called in the names of its files, so that no two ever write one: 1 to 16 of 0-9 and a-z. */
  readonly writer?: string;
  /** Who sits here, told to others who open a piece. */
  readonly who?: () => Pick<Holder, 'name' | 'machine'>;
  readonly after?: After;
  /** Hears of snapshots in the background that failed. The journal holds all of it, and the next quiet tries again. */
  readonly onSnapshotFailure?: (piece: PieceId, failure: DeskFailure) => void;
  /** Hears of every snapshot with something new in it, after it is durable; must return at once. */
  readonly onSnapshot?: (folder: string, interview: Interview) => void;
}

/** The desk as a folder of plain files. One of these per folder: it alone knows which pieces are open. */
export class FolderDesk implements Desk {
  private readonly files: Files;
  private readonly now: () => number;
  private readonly random: () => number;
  private readonly after: After;
  private readonly onSnapshotFailure: NonNullable<DeskTools['onSnapshotFailure']>;
  private readonly onSnapshot: NonNullable<DeskTools['onSnapshot']>;
  private readonly own: BranchFiles;
  private readonly who: NonNullable<DeskTools['who']>;
  private readonly live = new Map<PieceId, LivePiece>();
  private readonly queue = new PieceQueue();
  private readonly watches: Watches;
  private readonly timing: SnapshotTiming;

  constructor(
    readonly root: string,
    tools: DeskTools = {},
  ) {
    this.files = tools.files ?? diskFiles;
    this.now = tools.now ?? Date.now;
    this.random = tools.random ?? Math.random;
    this.after = tools.after ?? afterTimeout;
    this.own = branchFiles(tools.writer);
    this.who = tools.who ?? (() => ({ name: '', machine: '' }));
    this.onSnapshotFailure = tools.onSnapshotFailure ?? (() => {});
    this.onSnapshot = tools.onSnapshot ?? (() => {});
    this.watches = new Watches(this.files, this.now, this.after, this.queue);
    this.timing = new SnapshotTiming(
      this.after,
      (piece) => void this.queue.run(piece, async () => ok(await this.snapshotInBackground(piece))),
    );
  }

  list(): Promise<Result<readonly PieceSummary[], DeskFailure>> {
    return guarded(async () => {
      const entries = await this.files.list(this.root);
      const summaries: PieceSummary[] = [];
      for (const { name, folder } of entries) {
        if (!folder || !isPieceName(name)) continue;
        const modified = await modifiedAt(this.files, this.folderOf(name));
        if (modified === null) continue;
        const lease = await findLease(this.files, this.folderOf(name), this.now()).catch(() => null);
        const summary = summarise(name, modified, await this.read(name));
        const away = lease !== null && lease.lease.writer !== this.own.writer && lease.age < LEASE_LIFETIME;
        summaries.push(away ? { ...summary, openBy: lease.lease } : summary);
      }
      return ok(summaries.toSorted((a, b) => b.modified - a.modified));
    });
  }

  create(
    interview: Interview,
    photos: readonly PhotoFile[] = [],
    origin?: Origin,
  ): Promise<Result<PieceId, DeskFailure>> {
    return guarded(async () => {
      const piece = pieceName(interview, new Date(this.now()), this.random);
      // Under a hidden name until it is whole, so that a crash never leaves half a piece on the desk.
      const draft = join(this.root, `.new-${this.files.fresh()}`);
      await this.files.makeFolders(this.root);
      try {
        await this.files.makeFolder(draft);
        await writeSynced(this.files, join(draft, SNAPSHOT_FILE), encodeSnapshot(interview));
        if (photos.length > 0) await writePhotos(this.files, draft, photos);
        if (origin) await noteExchange(this.files, draft, interview, origin, this.tools);
        await this.files.syncFolder(draft);
        await this.files.rename(draft, this.folderOf(piece));
      } catch (error) {
        await this.files.removeFolder(draft);
        throw error;
      }
      await this.files.syncFolder(this.root);
      return ok(piece);
    });
  }

  open(piece: PieceId): Promise<Result<OpenedPiece, DeskFailure | ReadFailure>> {
    return this.queue.run(piece, async () => {
      const already = this.live.get(piece);
      if (already) return ok(await this.describe(piece, already));
      const opened = await this.enter(piece);
      if (!opened.ok) return opened;
      const { found, live } = opened.value;
      // A disk that cannot be written yet does not keep anybody from reading; the first append tries again and tells.
      await guarded(async () => {
        await live.settle();
        await addConflicts(this.files, live.folder, found.conflicts);
        return ok(null);
      });
      if (found.recovered) this.timing.later(piece);
      return ok({ ...(await this.describe(piece, live)), ...(found.recovered ? { recovered: found.recovered } : {}) });
    });
  }

  append(piece: PieceId, seq: number, change: Change): Promise<Result<Saved, DeskFailure>> {
    const checked = changeSchema.safeParse(change);
    // What could not be read back must not be acknowledged.
    if (!checked.success) return Promise.resolve(failed({ kind: 'disk-error', detail: 'not a change' }));
    const work = this.queue.run(piece, async (): Promise<Result<Saved, DeskFailure>> => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      await live.value.append(seq, checked.data);
      if (live.value.unsaved >= SNAPSHOT_CHANGES) await this.snapshotInBackground(piece);
      else this.timing.later(piece);
      return ok({ seq, at: live.value.at });
    });
    return withPatience(work, this.after);
  }

  snapshot(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      await this.snapshotAlone(live.value);
      this.timing.cancel(piece);
      return ok(null);
    });
  }

  close(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      const live = this.live.get(piece);
      if (!live) return ok(null);
      await this.snapshotAlone(live);
      this.timing.cancel(piece);
      await live.closeJournal();
      this.live.delete(piece);
      await this.watches.stop(piece);
      return ok(null);
    });
  }

  watch(piece: PieceId, hear: (news: PieceNews) => void): void {
    const live = this.live.get(piece);
    if (live) this.watches.start(piece, live, { writer: this.own.writer, ...this.who() }, hear);
  }

  takeOver(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      await this.watches.of(piece)?.lease.take();
      await this.watches.look(piece);
      return ok(null);
    });
  }

  takeIn(piece: PieceId): Promise<Result<TakenIn | null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      const watch = this.watches.of(piece);
      const taken = await live.value.takeIn(watch?.leftBehind ?? []);
      watch?.tookIn();
      await this.watches.look(piece);
      if (taken) await addConflicts(this.files, live.value.folder, taken.conflicts);
      if (live.value.unsaved > 0) this.timing.later(piece);
      return ok(taken);
    });
  }

  handOver(piece: PieceId, interview: Interview): Promise<Result<Origin, DeskFailure>> {
    const noted = this.queue.run(piece, async (): Promise<Result<Origin, DeskFailure>> =>
      ok(await noteExchange(this.files, this.folderOf(piece), interview, null, this.tools)),
    );
    // A copy that is saved because the disk hangs must not wait for that disk.
    return withPatience(noted, this.after);
  }

  findOrigin({ piece: wanted }: Origin): Promise<Result<PieceId | null, DeskFailure>> {
    return guarded(async () => {
      // A desk that is made with its first piece holds none yet.
      if (!(await this.files.look(this.root))) return ok(null);
      for (const { name, folder } of await this.files.list(this.root)) {
        if (!folder || !isPieceName(name)) continue;
        const origin = await originOf(this.files, this.folderOf(name));
        if (origin?.piece === wanted) return ok(name);
      }
      return ok(null);
    });
  }

  layBeside(
    piece: PieceId,
    { interview, origin }: { readonly interview: Interview; readonly origin: Origin },
    photos: readonly PhotoFile[],
  ): Promise<Result<null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      const folder = this.folderOf(piece);
      if (photos.length > 0) await writePhotos(this.files, folder, photos);
      await layBeside(this.files, folder, interview, origin, this.now());
      await noteExchange(this.files, folder, interview, origin, this.tools);
      this.watches.of(piece)?.journalsChanged();
      await this.watches.look(piece);
      return ok(null);
    });
  }

  keepConflicts(piece: PieceId, left: readonly Conflict[]): Promise<Result<null, DeskFailure>> {
    return this.queue.run(piece, async () => {
      await keepConflicts(this.files, this.folderOf(piece), left);
      return ok(null);
    });
  }

  read(piece: PieceId): Promise<Result<Interview, DeskFailure | ReadFailure>> {
    return this.queue.run(piece, async () => {
      const live = this.live.get(piece);
      if (live) return ok(live.state);
      if (!isPieceName(piece)) return failed({ kind: 'not-found' });
      const found = await findPiece(this.files, this.folderOf(piece), this.now(), this.own);
      return found.ok ? ok(found.value.interview) : found;
    });
  }

  addPhoto(piece: PieceId, file: string, bytes: Uint8Array): Promise<Result<null, DeskFailure>> {
    return guarded(async () => {
      if (!(await this.files.look(this.folderOf(piece)))) return failed({ kind: 'not-found' });
      await writePhotos(this.files, this.folderOf(piece), [{ file, bytes }]);
      return ok(null);
    });
  }

  async photoPath(piece: PieceId, file: string): Promise<string | null> {
    return isPieceName(piece) ? await findPhoto(this.files, this.folderOf(piece), file) : null;
  }

  folderOf(piece: PieceId): string {
    if (!isPieceName(piece)) throw new RangeError('not the name of a piece');
    return join(this.root, piece);
  }

  private async entered(piece: PieceId): Promise<Result<LivePiece, DeskFailure>> {
    const live = this.live.get(piece);
    if (live) return ok(live);
    const opened = await this.enter(piece);
    if (opened.ok) return ok(opened.value.live);
    const { failure } = opened;
    return failed(isDeskFailure(failure) ? failure : { kind: 'disk-error', detail: failure.kind });
  }

  private async enter(piece: PieceId) {
    if (!isPieceName(piece)) return failed({ kind: 'not-found' as const });
    const found = await findPiece(this.files, this.folderOf(piece), this.now(), this.own);
    if (!found.ok) return found;
    const live = new LivePiece(this.files, this.folderOf(piece), this.now, found.value, this.own);
    this.live.set(piece, live);
    return ok({ found: found.value, live });
  }

  private async takeSnapshot(live: LivePiece): Promise<SnapshotEnd> {
    const fresh = live.unsaved > 0;
    const end = await live.snapshot();
    if (fresh && end === 'done') this.onSnapshot(live.folder, live.state);
    return end;
  }

  private async snapshotInBackground(piece: PieceId): Promise<void> {
    this.timing.cancel(piece);
    const live = this.live.get(piece);
    if (!live) return;
    const done = await guarded<null, never>(async () => {
      const end = this.watches.of(piece) ? await this.takeSnapshot(live) : await this.snapshotAlone(live);
      if (end === 'busy') this.timing.later(piece);
      if (end === 'theirs') await this.watches.look(piece);
      return ok(null);
    });
    if (!done.ok) this.onSnapshotFailure(piece, done.failure);
  }

  /** A snapshot without a window that could take in what others wrote: it is merged here. What stays out is in the journal. */
  private async snapshotAlone(live: LivePiece): Promise<SnapshotEnd> {
    const takeIn = async () => {
      const taken = await live.takeIn([]);
      if (taken) await addConflicts(this.files, live.folder, taken.conflicts);
    };
    return await insist(this.after, () => this.takeSnapshot(live), takeIn);
  }

  private get tools() {
    return { now: this.now(), random: this.random };
  }

  private async describe(piece: PieceId, live: LivePiece): Promise<OpenedPiece> {
    const conflicts = await listConflicts(this.files, live.folder);
    return { piece, interview: live.state, seq: live.seq, conflicts, remarks: live.remarks };
  }
}
