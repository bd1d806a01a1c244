import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { assertNever, failed, ok } from '../../shared/result';
import type { PictureFailure } from '../press/press';

/** What a picture that could not be made means for the export: null when it cannot be read, which spoils no export. */
export function asExportFailure({ kind, detail }: PictureFailure): Result<null, ExportFailure> {
  switch (kind) {
    case 'cancelled':
      return failed({ kind: 'cancelled' });
    case 'died':
      return failed({ kind: 'press-failed', detail });
    case 'unreadable':
    case 'unsupported':
    case 'too-large':
      return ok(null);
    default:
      return assertNever(kind);
  }
}
