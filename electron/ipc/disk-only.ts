import type { DeskFailure } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { assertNever } from '../../shared/result';

/** The failure of a piece that was whole a moment ago: when it cannot be read now, that is the disk's doing. */
export function asDiskFailure(failure: DeskFailure | ReadFailure): DeskFailure {
  switch (failure.kind) {
    case 'not-found':
    case 'no-permission':
    case 'disk-full':
    case 'read-only':
    case 'not-a-folder':
    case 'disk-error':
      return failure;
    case 'not-ours':
    case 'too-new':
    case 'damaged':
    case 'too-large':
    case 'empty':
    case 'migration-failed':
    case 'docx-damaged':
    case 'docx-old':
      return { kind: 'disk-error', detail: failure.kind };
    default:
      return assertNever(failure);
  }
}
