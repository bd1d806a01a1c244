import type { DeskFailure } from '../../shared/ipc/contract';

/** A failure of the file system in words of ours; an error that is none of its own is thrown on. */
export function diskFailure(error: unknown): DeskFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'no-permission' };
    case 'EROFS':
      return { kind: 'read-only' };
    case 'ENOTDIR':
      return { kind: 'not-a-folder' };
    case 'ENOENT':
      return { kind: 'not-found' };
    case undefined:
      throw error;
    default:
      return { kind: 'disk-error', detail: code };
  }
}
