import type { DeskFailure, PhotoWriteFailure } from '../../shared/ipc/contract';
import type { FieldChange } from '../../shared/photos/fields';
import { failed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { remote } from '../press/remote';
import type { Host } from '../press/wire';
import type { Charset } from './charset';
import type { WantedFile } from './find-originals';
import type { MetadataWriter, WriterFailure } from './metadata-writer';
import type { WriteTarget, WrittenFields } from './write-fields';

/** What the process that writes into picture files is asked. */
export type WriterAsk =
  | { readonly kind: 'fields'; readonly file: string; readonly change: FieldChange; readonly target: WriteTarget }
  | { readonly kind: 'write'; readonly file: string; readonly change: FieldChange; readonly was?: Charset | undefined }
  | { readonly kind: 'embedded'; readonly file: string }
  | { readonly kind: 'find'; readonly folder: string; readonly wanted: readonly WantedFile[] }
  | { readonly kind: 'end' };

/** Words into picture files, in a process of its own: hashing and comparing whole pictures would hold up everybody else. */
export interface PhotoFiles extends MetadataWriter {
  writeFields(
    file: string,
    change: FieldChange,
    target: WriteTarget,
  ): Promise<Result<WrittenFields, PhotoWriteFailure>>;
  findOriginals(
    folder: string,
    wanted: readonly WantedFile[],
  ): Promise<Result<{ readonly [hash: string]: string }, DeskFailure>>;
}

/** Milliseconds for one file: a TIFF near the limit, read three times on a slow disk. */
const FILE_TIMEOUT = 120_000;

/** Milliseconds for a folder of originals on a card or a stick. */
const FOLDER_TIMEOUT = 600_000;

/** Milliseconds to wait for the tool behind the process to end by itself. */
const END_TIMEOUT = 2_000;

export function remoteWriter(start: () => Host): PhotoFiles {
  let started = false;
  const worker = remote<WriterAsk>(() => {
    started = true;
    return start();
  });
  const detailOf = (failure: { readonly kind: string; readonly detail: string }) => `${failure.kind} ${failure.detail}`;
  const writer = async <Value>(ask: WriterAsk): Promise<Result<Value, WriterFailure>> => {
    const answered = await worker.ask(ask, { timeout: FILE_TIMEOUT });
    return answered.ok
      ? (answered.value as Result<Value, WriterFailure>)
      : failed({ kind: 'failed', detail: detailOf(answered.failure) });
  };
  return {
    write: (file, change, was) => writer({ kind: 'write', file, change, was }),
    embeddedPicture: (file) => writer({ kind: 'embedded', file }),
    async writeFields(file, change, target) {
      const answered = await worker.ask({ kind: 'fields', file, change, target }, { timeout: FILE_TIMEOUT });
      return answered.ok
        ? (answered.value as Result<WrittenFields, PhotoWriteFailure>)
        : failed({ kind: 'disk-error', detail: detailOf(answered.failure) });
    },
    async findOriginals(folder, wanted) {
      const answered = await worker.ask({ kind: 'find', folder, wanted }, { timeout: FOLDER_TIMEOUT });
      return answered.ok
        ? (answered.value as Result<{ readonly [hash: string]: string }, DeskFailure>)
        : failed({ kind: 'disk-error', detail: detailOf(answered.failure) });
    },
    async close() {
      // On Windows a killed process would leave the tool that it has started running for ever.
      if (started) {
        const patience = new Promise((resolve) => setTimeout(resolve, END_TIMEOUT).unref());
        await Promise.race([worker.ask({ kind: 'end' }, { timeout: END_TIMEOUT }), patience]);
      }
      await worker.close();
    },
  };
}
