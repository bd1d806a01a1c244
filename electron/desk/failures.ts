import type { DeskFailure } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, type Failed, type Result } from '../../shared/result';
import type { After } from './after';

/** What went wrong on the disk, in the words of the contract. Anything that is no error of the system is a bug and is thrown on. */
export function deskFailure(error: unknown): DeskFailure {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  switch (error.code) {
    case 'ENOENT':
      return { kind: 'not-found' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'no-permission' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    case 'EROFS':
      return { kind: 'read-only' };
    case 'ENOTDIR':
      return { kind: 'not-a-folder' };
    default:
      return { kind: 'disk-error', detail: error.code };
  }
}

/** Whether a failure is one of the disk and not one of what was read from it. */
export function isDeskFailure(failure: DeskFailure | ReadFailure): failure is DeskFailure {
  return ['not-found', 'no-permission', 'disk-full', 'read-only', 'not-a-folder', 'disk-error'].includes(failure.kind);
}

/** The result of the job, or the failure of the disk that ended it. */
export async function guarded<Value, Failure>(
  job: () => Promise<Result<Value, Failure | DeskFailure>>,
): Promise<Result<Value, Failure | DeskFailure>> {
  try {
    return await job();
  } catch (error) {
    return failed(deskFailure(error));
  }
}

/** How long a caller waits for a disk that does not answer, in milliseconds. The work itself goes on. */
export const PATIENCE = 1800;

/** The result of the work, or a failure after `PATIENCE`: a network disk may hang for minutes, and the journalist must know at once. */
export async function withPatience<Value, Failure>(
  work: Promise<Result<Value, Failure | DeskFailure>>,
  after: After,
): Promise<Result<Value, Failure | DeskFailure>> {
  let cancel = () => {};
  const late = new Promise<Failed<DeskFailure>>((resolve) => {
    cancel = after(PATIENCE, () => resolve(failed({ kind: 'disk-error', detail: 'ETIMEDOUT' })));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
