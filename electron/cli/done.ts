import type { Result } from '../../shared/result';
import type { CommandFailure } from './failure';

/** What the process ends with. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a command ended: null is EXIT.done; `verify` answers with its code. */
export type Done = Result<ExitCode | null, CommandFailure>;
