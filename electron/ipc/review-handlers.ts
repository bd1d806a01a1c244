import path from 'node:path';
import { app } from 'electron';
import type { Interview } from '../../shared/interview/types';
import type { Calls, DeskFailure, PieceId } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { logAsText } from '../../shared/review/log-as-text';
import type { Side, VersionGoneFailure } from '../../shared/review/piece-review';
import { activeProfile, profileKey, type Profile } from '../../shared/review/profile';
import { momentOfVersion } from '../../shared/review/version-name';
import { writeReviewFile } from '../../shared/review/review-file';
import { replaceFile } from '../desk/atomic-file';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { comparisonFile } from '../review/comparison-file';
import { thin } from '../review/history';
import { writeEvent } from '../review/log-event';
import { readPieceReview } from '../review/read-piece-review';
import { readReadings, writeReading } from '../review/readings';
import { readReview, stepInterview } from '../review/review-store';
import { keepVersion, listVersions, readVersion } from '../review/versions';
import { askWhereToSave } from './ask';
import { asDiskFailure } from './disk-only';
import type { Parts } from './parts';
import type { Handlers } from './register';

type ReviewCalls = Extract<keyof Handlers, `review:${string}`>;
type Answer<Channel extends ReviewCalls> = Promise<ReturnType<Calls[Channel]>>;

/** Review and versions of the pieces on the desk. Names and roles come from the settings, words from the disk, never from the window. */
export function reviewHandlers(parts: Parts): Pick<Handlers, ReviewCalls> {
  const { desks, settings, translate, window, press } = parts;
  const folderOf = (piece: PieceId) => desks.of(piece).folderOf(piece);
  const words = (piece: PieceId) => desks.of(piece).read(piece);
  const atWork = (): Profile | null => activeProfile(settings.read());
  const queued = oneAtATime();

  /** A version of the piece as it stands, by whom it is read from now on. */
  const keepAsRead = async (piece: PieceId, interview: Interview, { name, role }: Profile): Promise<string> => {
    const version = await keepVersion(diskFiles, folderOf(piece), interview, Date.now());
    await writeReading(diskFiles, folderOf(piece), profileKey({ name, role }), version);
    return version;
  };

  const versions = async (piece: PieceId) => {
    const kept = await listVersions(diskFiles, folderOf(piece));
    const by = atWork();
    const read = by ? ((await readReadings(diskFiles, folderOf(piece))).get(profileKey(by)) ?? null) : null;
    return ok({ versions: kept.toReversed(), read });
  };

  const sideOf = async (
    piece: PieceId,
    side: Side,
  ): Promise<
    Result<{ readonly interview: Interview; readonly title: string }, VersionGoneFailure | DeskFailure | ReadFailure>
  > => {
    const say = translate();
    if (side === 'now') {
      const read = await words(piece);
      return read.ok ? ok({ interview: read.value, title: say('approval.side-now') }) : read;
    }
    const interview = await readVersion(diskFiles, folderOf(piece), side);
    const clock = new Intl.DateTimeFormat(say.language, { dateStyle: 'short', timeStyle: 'medium' });
    return interview
      ? ok({ interview, title: clock.format(momentOfVersion(side)) })
      : failed({ kind: 'version-gone' as const });
  };

  return {
    'review:read': (piece) =>
      guarded(async (): Answer<'review:read'> => {
        const read = await words(piece);
        if (!read.ok) return failed(asDiskFailure(read.failure));
        return await readPieceReview(diskFiles, folderOf(piece), read.value);
      }),

    'review:step': (piece, step, reason) =>
      queued(piece, async (): Answer<'review:step'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const read = await words(piece);
        if (!read.ok) return read;
        const folder = folderOf(piece);
        const actor = { name: by.name, role: by.role, ...(reason.trim() === '' ? {} : { reason }) };
        const done = await stepInterview(diskFiles, folder, read.value, step, actor, Date.now(), true);
        if (!done.ok) return done;
        // The step is taken; whoever took it has read these words.
        await keepAsRead(piece, read.value, by);
        await thin(diskFiles, folder, Date.now());
        return await readPieceReview(diskFiles, folder, read.value);
      }),

    'review:versions': (piece) => guarded(() => versions(piece)),

    'review:keep': (piece, note) =>
      queued(piece, async (): Answer<'review:keep'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const read = await words(piece);
        if (!read.ok) return read;
        const folder = folderOf(piece);
        const version = await keepVersion(diskFiles, folder, read.value, Date.now());
        const about = { what: 'version', about: note, version } as const;
        const logged = await writeEvent(diskFiles, folder, read.value, about, by, Date.now());
        return logged.ok ? ok({ name: version, at: momentOfVersion(version) }) : logged;
      }),

    'review:version': (piece, version) =>
      guarded(async (): Answer<'review:version'> => {
        const interview = await readVersion(diskFiles, folderOf(piece), version);
        return interview ? ok(interview) : failed({ kind: 'version-gone' as const });
      }),

    'review:before-restore': (piece, restored) =>
      queued(piece, async (): Answer<'review:before-restore'> => {
        const read = await words(piece);
        if (!read.ok) return read;
        const folder = folderOf(piece);
        const version = await keepVersion(diskFiles, folder, read.value, Date.now());
        const by = atWork();
        // A log that cannot be written on keeps nobody from taking their own words back; the panel tells of the log.
        if (by)
          await writeEvent(
            diskFiles,
            folder,
            read.value,
            { what: 'restore', about: restored, version },
            by,
            Date.now(),
          );
        return ok({ name: version, at: momentOfVersion(version) });
      }),

    'review:mark-read': (piece) =>
      queued(piece, async (): Answer<'review:mark-read'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const read = await words(piece);
        if (!read.ok) return read;
        await keepAsRead(piece, read.value, by);
        return await versions(piece);
      }),

    'review:save-log': (piece) =>
      guarded(async (): Answer<'review:save-log'> => {
        const say = translate();
        const review = await readReview(diskFiles, folderOf(piece));
        if (!review.ok) return review;
        const file = await askWhereToSave(window(), {
          title: say('approval.save-log'),
          defaultPath: path.join(app.getPath('documents'), `${piece}-${say('approval.log-file')}.txt`),
          filters: [
            { name: say('system.file-text'), extensions: ['txt'] },
            { name: 'JSON', extensions: ['json'] },
          ],
        });
        if (file === null) return ok(null);
        const asData = path.extname(file).toLowerCase() === '.json';
        const text = asData ? writeReviewFile(review.value) : logAsText(review.value.log, say);
        await replaceFile(diskFiles, file, new TextEncoder().encode(text));
        return ok(file);
      }),

    'review:save-comparison': (piece, before, after, as) =>
      guarded(async (): Answer<'review:save-comparison'> => {
        const say = translate();
        const [a, b] = [await sideOf(piece, before), await sideOf(piece, after)];
        if (!a.ok) return a;
        if (!b.ok) return b;
        const file = await askWhereToSave(window(), {
          title: say('approval.save-comparison'),
          defaultPath: path.join(app.getPath('documents'), `${piece}-${say('approval.comparison-file')}.${as}`),
          filters: [{ name: as.toUpperCase(), extensions: [as] }],
        });
        if (file === null) return ok(null);
        const made = await comparisonFile(a.value, b.value, as, { press, translate: say });
        if (!made.ok) return made;
        await replaceFile(diskFiles, file, made.value);
        return ok(file);
      }),
  };
}

/** Two steps over one log must not cross: the second one stands on the first. Errors of the disk become failures. */
function oneAtATime() {
  const last = new Map<PieceId, Promise<unknown>>();
  return <Value, Failure>(
    piece: PieceId,
    job: () => Promise<Result<Value, Failure | DeskFailure>>,
  ): Promise<Result<Value, Failure | DeskFailure>> => {
    const done = (last.get(piece) ?? Promise.resolve()).then(() => guarded(job));
    last.set(
      piece,
      done.catch(() => undefined),
    );
    return done;
  };
}
