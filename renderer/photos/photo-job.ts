import { create } from 'zustand';
import type { PhotosProgress, TakenMany } from '../../shared/ipc/contract';
import { galley } from '../galley';

export interface PhotoJob {
  readonly kind: 'take-in' | 'deliver';
  /** Null until the first file is done, or while a dialog is open. */
  readonly progress: PhotosProgress | null;
  readonly stopped: boolean;
}

/** The long job on pictures that is under way, and what the last taking in could not do. */
export const usePhotoJob = create<{ readonly job: PhotoJob | null; readonly outcome: TakenMany | null }>(() => ({
  job: null,
  outcome: null,
}));

export function beginJob(kind: PhotoJob['kind'], total = 0): void {
  usePhotoJob.setState({
    job: { kind, progress: total > 0 ? { done: 0, total, name: '' } : null, stopped: false },
    outcome: null,
  });
}

export function showProgress(progress: PhotosProgress): void {
  usePhotoJob.setState(({ job }) => ({ job: job && { ...job, progress } }));
}

/** Ends the job; an outcome in which every file is in needs no telling. */
export function endJob(outcome: TakenMany | null): void {
  const whole =
    outcome !== null &&
    outcome.refused.length + outcome.duplicates.length + outcome.remarks.length + outcome.stopped === 0;
  usePhotoJob.setState({ job: null, outcome: whole ? null : outcome });
}

export function stopJob(): void {
  usePhotoJob.setState(({ job }) => ({ job: job && { ...job, stopped: true } }));
  void galley.call('photos:stop');
}

export function isStopped(): boolean {
  return usePhotoJob.getState().job?.stopped ?? false;
}

export function dismissOutcome(): void {
  usePhotoJob.setState({ outcome: null });
}
