import type { Interview, Photo } from '../../shared/interview/types';
import type { ExportedFiles, ExportFailure, ExportFormat, ExportProgress, DeskFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import type { Pictures, Press } from '../press/press';

/** The same job for the app and the command line: nothing of it stands in `out` before all of it does. */
export interface ExportJob {
  readonly interview: Interview;
  /** The path of a picture on this machine, or null when it is missing (a remark, not a failure). */
  readonly photoPath: (photo: Photo) => string | null;
  readonly formats: readonly ExportFormat[];
  /** An absolute folder; made when it is not there. What an earlier export wrote there is replaced, other files are left alone. */
  readonly out: string;
  readonly press: () => Press;
  readonly pictures: () => Pictures;
  readonly progress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
}

export type ExportPiece = (job: ExportJob) => Promise<Result<ExportedFiles, ExportFailure | DeskFailure>>;
