import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { changeSchema, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, OpenedPiece, PieceId, PieceSummary, Saved } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { replaceFile, writeSynced } from './atomic-file';
import type { Desk, PhotoFile } from './desk';
import { guarded, withPatience } from './failures';
import { diskFiles, type Files } from './files';
import { LivePiece } from './live-piece';
import { findPiece, JOURNAL_FILE, PHOTOS_FOLDER, SNAPSHOT_FILE, SPARE_FILE } from './open-piece';
import { isPieceName, pieceName } from './piece-name';
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
  /** Calls `then` after so many milliseconds, once, unless the answer is called before. */
  readonly after?: (milliseconds: number, then: () => void) => () => void;
  /** Hears of snapshots in the background that failed. The journal holds all of it, and the next quiet tries again. */
  readonly onSnapshotFailure?: (piece: PieceId, failure: DeskFailure) => void;
  /** Hears of every snapshot with something new in it, after it is durable; must return at once. */
  readonly onSnapshot?: (folder: string, interview: Interview) => void;
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
        summaries.push(summarise(name, modified, await this.read(name)));
      }
      return ok(summaries.toSorted((a, b) => b.modified - a.modified));
    });
  }

  create(interview: Interview, photos: readonly PhotoFile[] = []): Promise<Result<PieceId, DeskFailure>> {
    return guarded(async () => {
      const piece = pieceName(interview, new Date(this.now()), this.random);
      // Under a hidden name until it is whole, so that a crash never leaves half a piece on the desk.
      const draft = join(this.root, `.new-${this.files.fresh()}`);
      await this.files.makeFolders(this.root);
      try {
        await this.files.makeFolder(draft);
        await writeSynced(this.files, join(draft, SNAPSHOT_FILE), encodeSnapshot(interview));
        if (photos.length > 0) await this.writePhotos(join(draft, PHOTOS_FOLDER), photos);
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
      if (already) return ok(describe(piece, already));
      const opened = await this.enter(piece);
      if (!opened.ok) return opened;
      const { found, live } = opened.value;
      // A disk that cannot be written yet does not keep anybody from reading; the first append tries again and tells.
      await guarded(async () => ok(await live.settle()));
      if (found.recovered) this.schedule(piece);
      return ok({ ...describe(piece, live), ...(found.recovered ? { recovered: found.recovered } : {}) });
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
      await this.takeSnapshot(live.value);
      this.unschedule(piece);
      return ok(null);
    });
  }

  close(piece: PieceId): Promise<Result<null, DeskFailure>> {
    return this.queued(piece, async () => {
      const live = this.live.get(piece);
      if (!live) return ok(null);
      await this.takeSnapshot(live);
      this.unschedule(piece);
      await live.closeJournal();
      this.live.delete(piece);
      return ok(null);
    });
  }

  read(piece: PieceId): Promise<Result<Interview, DeskFailure | ReadFailure>> {
    return this.queued(piece, async () => {
      const live = this.live.get(piece);
      if (live) return ok(live.state);
      if (!isPieceName(piece)) return failed({ kind: 'not-found' });
      const found = await findPiece(this.files, this.folderOf(piece), this.now());
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
    const looks = await Promise.all(
      [SNAPSHOT_FILE, JOURNAL_FILE, SPARE_FILE].map((name) => this.files.look(join(folder, name))),
    );
    const [snapshot, journal, spare] = looks.map((facts) => (facts?.kind === 'file' ? facts.modified : null));
    if (snapshot == null && spare == null) return null;
    return Math.max(snapshot ?? spare ?? 0, journal ?? 0);
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
    const found = await findPiece(this.files, this.folderOf(piece), this.now());
    if (!found.ok) return found;
    const live = new LivePiece(this.files, this.folderOf(piece), this.now, found.value);
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

  private async takeSnapshot(live: LivePiece): Promise<void> {
    const fresh = live.unsaved > 0;
    await live.snapshot();
    if (fresh) this.onSnapshot(live.folder, live.state);
  }

  private async snapshotInBackground(piece: PieceId): Promise<void> {
    this.unschedule(piece);
    const live = this.live.get(piece);
    if (!live) return;
    const done = await guarded<null, never>(async () => {
      await this.takeSnapshot(live);
      return ok(null);
    });
    if (!done.ok) this.onSnapshotFailure(piece, done.failure);
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

function describe(piece: PieceId, live: LivePiece): OpenedPiece {
  return { piece, interview: live.state, seq: live.seq, remarks: live.remarks };
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
