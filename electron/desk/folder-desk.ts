import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LEASE_LIFETIME, type Holder } from '../../shared/desk/lease';
import type { Origin } from '../../shared/desk/origin';
import type { PieceNews } from '../../shared/desk/news';
import { equalData } from '../../shared/interview/equal';
import { changeSchema, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, OpenedPiece, PieceId, PieceSummary, Saved, TakenIn } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import type { Conflict } from '../../shared/review/merge/conflict';
import { replaceFile, writeSynced } from './atomic-file';
import { branchFiles, sparesIn, writersIn, type BranchFiles } from './branch-files';
import { addConflicts, keepConflicts, listConflicts } from './conflicts-file';
import type { Desk, PhotoFile } from './desk';
import { layBeside, noteExchange, originOf } from './exchange';
import { guarded, withPatience } from './failures';
import { diskFiles, type Files } from './files';
import { findLease } from './lease-file';
import { LivePiece, type SnapshotEnd } from './live-piece';
import { findPiece, PHOTOS_FOLDER, SNAPSHOT_FILE } from './open-piece';
import { isPieceName, pieceName } from './piece-name';
import { PieceWatch, WATCH_EVERY } from './piece-watch';
import { encodeSnapshot } from './snapshot';
import { summarise } from './summary';

/** Quiet after which a snapshot is taken, in milliseconds, and the changes after which it is taken without quiet. */
export const SNAPSHOT_QUIET = 5000;
export const SNAPSHOT_CHANGES = 200;

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
  /** Calls `then` after so many milliseconds, once, unless the answer is called before. */
  readonly after?: (milliseconds: number, then: () => void) => () => void;
  /** Hears of snapshots in the background that failed. The journal holds all of it, and the next quiet tries again. */
  readonly onSnapshotFailure?: (piece: PieceId, failure: DeskFailure) => void;
  /** Hears of every snapshot with something new in it, after it is durable; must return at once. */
  readonly onSnapshot?: (folder: string, interview: Interview) => void;
}

/** How often and how long a snapshot waits for another desk that is writing one; in milliseconds. */
const BUSY_ATTEMPTS = 4;
const BUSY_PAUSE = 250;

interface Watching {
  readonly watch: PieceWatch;
  readonly hear: (news: PieceNews) => void;
  last: PieceNews | null;
  stop: () => void;
}

const PHOTO_NAME = /^[0-9a-f]{64}\.(jpg|png|webp|tif)$/;

/** The desk as a folder of plain files. One of these per folder: it alone knows which pieces are open. */
export class FolderDesk implements Desk {
  private readonly files: Files;
  private readonly now: () => number;
  private readonly random: () => number;
  private readonly after: NonNullable<DeskTools['after']>;
  private readonly onSnapshotFailure: NonNullable<DeskTools['onSnapshotFailure']>;
  private readonly onSnapshot: NonNullable<DeskTools['onSnapshot']>;
  private readonly own: BranchFiles;
  private readonly who: NonNullable<DeskTools['who']>;
  private readonly watches = new Map<PieceId, Watching>();
  private readonly live = new Map<PieceId, LivePiece>();
  private readonly queues = new Map<PieceId, Promise<unknown>>();
  private readonly timers = new Map<PieceId, () => void>();

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
  }

  list(): Promise<Result<readonly PieceSummary[], DeskFailure>> {
    return guarded(async () => {
      const entries = await this.files.list(this.root);
      const summaries: PieceSummary[] = [];
      for (const { name, folder } of entries) {
        if (!folder || !isPieceName(name)) continue;
        const modified = await this.modified(name);
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
        if (photos.length > 0) await this.writePhotos(join(draft, PHOTOS_FOLDER), photos);
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
    return this.queued(piece, async () => {
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
      if (found.recovered) this.schedule(piece);
      return ok({ ...(await this.describe(piece, live)), ...(found.recovered ? { recovered: found.recovered } : {}) });
    });
  }

  append(piece: PieceId, seq: number, change: Change): Promise<Result<Saved, DeskFailure>> {
    const checked = changeSchema.safeParse(change);
    // What could not be read back must not be acknowledged.
    if (!checked.success) return Promise.resolve(failed({ kind: 'disk-error', detail: 'not a change' }));
    const work = this.queued(piece, async (): Promise<Result<Saved, DeskFailure>> => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      await live.value.append(seq, checked.data);
      if (live.value.unsaved >= SNAPSHOT_CHANGES) await this.snapshotInBackground(piece);
      else this.schedule(piece);
      return ok({ seq, at: live.value.at });
    });
    return withPatience(work, this.after);
  }

  snapshot(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queued(piece, async () => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      await this.snapshotAlone(live.value);
      this.unschedule(piece);
      return ok(null);
    });
  }

  close(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queued(piece, async () => {
      const live = this.live.get(piece);
      if (!live) return ok(null);
      await this.snapshotAlone(live);
      this.unschedule(piece);
      await live.closeJournal();
      this.live.delete(piece);
      await this.unwatch(piece);
      return ok(null);
    });
  }

  watch(piece: PieceId, hear: (news: PieceNews) => void): void {
    const live = this.live.get(piece);
    if (!live || this.watches.has(piece)) return;
    const self = { writer: this.own.writer, ...this.who() };
    const watching: Watching = {
      watch: new PieceWatch(this.files, live, self, this.now),
      hear,
      last: null,
      stop: () => {},
    };
    this.watches.set(piece, watching);
    this.lookLater(piece, watching, 0);
  }

  takeOver(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queued(piece, async () => {
      const watching = this.watches.get(piece);
      await watching?.watch.lease.take();
      if (watching) await this.look(watching);
      return ok(null);
    });
  }

  takeIn(piece: PieceId): Promise<Result<TakenIn | null, DeskFailure>> {
    return this.queued(piece, async () => {
      const live = await this.entered(piece);
      if (!live.ok) return live;
      const watching = this.watches.get(piece);
      const taken = await live.value.takeIn(watching?.watch.leftBehind ?? []);
      watching?.watch.tookIn();
      if (watching) await this.look(watching);
      if (taken) await addConflicts(this.files, live.value.folder, taken.conflicts);
      if (live.value.unsaved > 0) this.schedule(piece);
      return ok(taken);
    });
  }

  handOver(piece: PieceId, interview: Interview): Promise<Result<Origin, DeskFailure>> {
    const noted = this.queued(piece, async (): Promise<Result<Origin, DeskFailure>> =>
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
    return this.queued(piece, async () => {
      const folder = this.folderOf(piece);
      if (photos.length > 0) await this.writePhotos(join(folder, PHOTOS_FOLDER), photos);
      await layBeside(this.files, folder, interview, origin, this.now());
      await noteExchange(this.files, folder, interview, origin, this.tools);
      const watching = this.watches.get(piece);
      watching?.watch.journalsChanged();
      if (watching) await this.look(watching);
      return ok(null);
    });
  }

  keepConflicts(piece: PieceId, left: readonly Conflict[]): Promise<Result<null, DeskFailure>> {
    return this.queued(piece, async () => {
      await keepConflicts(this.files, this.folderOf(piece), left);
      return ok(null);
    });
  }

  read(piece: PieceId): Promise<Result<Interview, DeskFailure | ReadFailure>> {
    return this.queued(piece, async () => {
      const live = this.live.get(piece);
      if (live) return ok(live.state);
      if (!isPieceName(piece)) return failed({ kind: 'not-found' });
      const found = await findPiece(this.files, this.folderOf(piece), this.now(), this.own);
      return found.ok ? ok(found.value.interview) : found;
    });
  }

  addPhoto(piece: PieceId, file: string, bytes: Uint8Array): Promise<Result<null, DeskFailure>> {
    return guarded(async () => {
      const folder = join(this.folderOf(piece), PHOTOS_FOLDER);
      if (!(await this.files.look(this.folderOf(piece)))) return failed({ kind: 'not-found' });
      await this.writePhotos(folder, [{ file, bytes }]);
      return ok(null);
    });
  }

  async photoPath(piece: PieceId, file: string): Promise<string | null> {
    if (!PHOTO_NAME.test(file) || !isPieceName(piece)) return null;
    const path = join(this.folderOf(piece), PHOTOS_FOLDER, file);
    const facts = await this.files.look(path).catch(() => null);
    return facts?.kind === 'file' ? path : null;
  }

  folderOf(piece: PieceId): string {
    if (!isPieceName(piece)) throw new RangeError('not the name of a piece');
    return join(this.root, piece);
  }

  /** Pictures that are there already with the same bytes are left; the names must be the hashes of the bytes. */
  private async writePhotos(folder: string, photos: readonly PhotoFile[]): Promise<void> {
    await this.files.makeFolder(folder);
    for (const { file, bytes } of photos) {
      if (!PHOTO_NAME.test(file) || !file.startsWith(sha256(bytes)))
        throw new RangeError('a photo file is named after its hash');
      const path = join(folder, file);
      const there = await this.files.look(path);
      if (there?.size === bytes.length && file.startsWith(sha256(await this.files.read(path)))) continue;
      await replaceFile(this.files, path, bytes);
    }
    await this.files.syncFolder(join(folder, '..'));
  }

  /** The latest change of the piece's files, or null when the folder is no piece. */
  private async modified(piece: PieceId): Promise<number | null> {
    const folder = this.folderOf(piece);
    const timeOf = async (name: string) => {
      const facts = await this.files.look(join(folder, name));
      return facts?.kind === 'file' ? facts.modified : null;
    };
    const latest = async (names: readonly string[]) =>
      Math.max(0, ...(await Promise.all(names.map(timeOf))).filter((time) => time !== null));
    const snapshot = await timeOf(SNAPSHOT_FILE);
    const spares = snapshot === null ? await sparesIn(this.files, folder) : [];
    if (snapshot === null && spares.length === 0) return null;
    const saved = snapshot ?? (await latest(spares.map((writer) => branchFiles(writer).spare)));
    const journals = (await writersIn(this.files, folder)).map((writer) => branchFiles(writer).journal);
    return Math.max(saved, await latest(journals));
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

  private schedule(piece: PieceId): void {
    this.unschedule(piece);
    const then = () => void this.queued(piece, async () => ok(await this.snapshotInBackground(piece)));
    this.timers.set(piece, this.after(SNAPSHOT_QUIET, then));
  }

  private unschedule(piece: PieceId): void {
    this.timers.get(piece)?.();
    this.timers.delete(piece);
  }

  private async takeSnapshot(live: LivePiece): Promise<SnapshotEnd> {
    const fresh = live.unsaved > 0;
    const end = await live.snapshot();
    if (fresh && end === 'done') this.onSnapshot(live.folder, live.state);
    return end;
  }

  private async snapshotInBackground(piece: PieceId): Promise<void> {
    this.unschedule(piece);
    const live = this.live.get(piece);
    if (!live) return;
    const done = await guarded<null, never>(async () => {
      const watching = this.watches.get(piece);
      const end = watching ? await this.takeSnapshot(live) : await this.snapshotAlone(live);
      if (end === 'busy') this.schedule(piece);
      if (end === 'theirs' && watching) await this.look(watching);
      return ok(null);
    });
    if (!done.ok) this.onSnapshotFailure(piece, done.failure);
  }

  /** A snapshot without a window that could take in what others wrote: it is merged here. What stays out is in the journal. */
  private async snapshotAlone(live: LivePiece): Promise<SnapshotEnd> {
    for (let attempt = 0; ; attempt++) {
      const end = await this.takeSnapshot(live);
      if (end === 'done' || attempt === BUSY_ATTEMPTS) return end;
      if (end === 'busy') await new Promise<void>((resolve) => void this.after(BUSY_PAUSE, resolve));
      const taken = end === 'theirs' ? await live.takeIn([]) : null;
      if (taken) await addConflicts(this.files, live.folder, taken.conflicts);
    }
  }

  private get tools() {
    return { now: this.now(), random: this.random };
  }

  private lookLater(piece: PieceId, watching: Watching, milliseconds: number): void {
    watching.stop = this.after(milliseconds, () => {
      void this.queued(piece, async () => ok(await this.look(watching))).finally(() => {
        if (this.watches.get(piece) === watching) this.lookLater(piece, watching, WATCH_EVERY);
      });
    });
  }

  private async look(watching: Watching): Promise<void> {
    const news = await watching.watch.look();
    if (equalData(watching.last, news)) return;
    watching.last = news;
    watching.hear(news);
  }

  private async unwatch(piece: PieceId): Promise<void> {
    const watching = this.watches.get(piece);
    this.watches.delete(piece);
    watching?.stop();
    // A lease that cannot be taken back runs out by itself.
    if (watching) await guarded(async () => ok(await watching.watch.lease.release()));
  }

  private async describe(piece: PieceId, live: LivePiece): Promise<OpenedPiece> {
    const conflicts = await listConflicts(this.files, live.folder);
    return { piece, interview: live.state, seq: live.seq, conflicts, remarks: live.remarks };
  }

  /** One job at a time for each piece, in the order they came. */
  private queued<Value, Failure>(
    piece: PieceId,
    job: () => Promise<Result<Value, Failure | DeskFailure>>,
  ): Promise<Result<Value, Failure | DeskFailure>> {
    const before = this.queues.get(piece) ?? Promise.resolve();
    const done = before.then(() => guarded(job));
    const settled = done.catch(() => undefined);
    this.queues.set(piece, settled);
    void settled.then(() => {
      if (this.queues.get(piece) === settled) this.queues.delete(piece);
    });
    return done;
  }
}

function isDeskFailure(failure: DeskFailure | ReadFailure): failure is DeskFailure {
  return ['not-found', 'no-permission', 'disk-full', 'read-only', 'not-a-folder', 'disk-error'].includes(failure.kind);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The clock of this machine. */
export function afterTimeout(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
