import type { Interview } from '../../shared/interview/types';
import type { After } from '../desk/after';
import type { Files } from '../desk/files';
import { readReadings } from './readings';
import { readReview, versionsOfLog } from './review-store';
import { keepVersion, thinVersions } from './versions';

/** Within this many milliseconds one version is enough: thinning keeps no more of them. */
const STEP = 60_000;

export interface HistoryTools {
  readonly files: Files;
  readonly now: () => number;
  readonly after: After;
  readonly onProblem: (folder: string, error: unknown) => void;
}

/** Keeps the past of the pieces that are written in: what every snapshot held, a minute apart, thinned with age. */
export interface History {
  /** A snapshot was written. Returns at once; nobody who writes waits for the history. */
  readonly note: (folder: string, interview: Interview) => void;
  /** Keeps what was noted last, now: before a piece is closed. */
  readonly settle: (folder: string) => Promise<void>;
}

export function createHistory({ files, now, after, onProblem }: HistoryTools): History {
  const waiting = new Map<string, Interview>();
  const timers = new Map<string, () => void>();
  const kept = new Map<string, number>();

  const settle = async (folder: string): Promise<void> => {
    timers.get(folder)?.();
    timers.delete(folder);
    const interview = waiting.get(folder);
    if (!interview) return;
    waiting.delete(folder);
    kept.set(folder, now());
    try {
      await keepVersion(files, folder, interview, now());
      await thin(files, folder, now());
    } catch (error) {
      // The text itself is in the snapshot; the next snapshot tries to keep a version again.
      onProblem(folder, error);
    }
  };

  return {
    note: (folder, interview) => {
      waiting.set(folder, interview);
      if (timers.has(folder)) return;
      const wait = Math.max(0, (kept.get(folder) ?? 0) + STEP - now());
      timers.set(
        folder,
        after(wait, () => void settle(folder)),
      );
    },
    settle,
  };
}

/** Thins the versions, except those that the log or somebody's reading names; with a log that cannot be read, none go. */
export async function thin(files: Files, folder: string, now: number): Promise<void> {
  const review = await readReview(files, folder);
  if (!review.ok) return;
  const readings = await readReadings(files, folder);
  await thinVersions(files, folder, now, new Set([...versionsOfLog(review.value), ...readings.values()]));
}
