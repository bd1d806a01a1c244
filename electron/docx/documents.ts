import { access, constants } from 'node:fs/promises';
import type { MintId } from '../../shared/interview/build';
import type { ReadManuscript } from '../../shared/readers/docx/as-interview';
import type { DocxDocument } from '../../shared/readers/docx/document';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { remote } from '../press/remote';
import type { Host } from '../press/wire';

/** What reads .docx files. Errors of the file system are thrown. */
export interface Documents {
  /** Without its pictures, as one that comes back is read. */
  read(file: string): Promise<Result<DocxDocument, ReadFailure>>;
  /** As a new piece, its pictures still in the package. */
  manuscript(file: string): Promise<Result<ReadManuscript, ReadFailure>>;
}

export interface DocumentAsk {
  readonly kind: 'read' | 'manuscript';
  readonly file: string;
}

/** In this process: for the command line and the reading process itself. The readers come with the first document: main has this module too. */
export function inlineDocuments(mint: MintId): Documents {
  return {
    read: async (file) => (await import('./read-document')).readDocument(file),
    async manuscript(file) {
      const [{ readDocument }, { manuscriptAsInterview }] = await Promise.all([
        import('./read-document'),
        import('../../shared/readers/docx/as-interview'),
      ]);
      const document = await readDocument(file);
      return document.ok ? manuscriptAsInterview(document.value, mint) : document;
    },
  };
}

/** The largest document that the limits allow is read in a few seconds; what takes this long never ends. In milliseconds. */
const TIMEOUT = 60_000;

/**
 * In a process of its own, which ends with its answer: 300 pages keep a process busy for half a second, and documents come
 * back a few times a week.
 */
export function documentsIn(start: () => Host): Documents {
  async function ask<Value>(request: DocumentAsk): Promise<Result<Value, ReadFailure>> {
    // Errors lose their codes on the way: that there is no such file, or that it may not be read, is found out here.
    await access(request.file, constants.R_OK);
    const worker = remote<DocumentAsk>(start);
    try {
      const answered = await worker.ask(request, { timeout: TIMEOUT });
      if (answered.ok) return answered.value as Result<Value, ReadFailure>;
      return failed({ kind: 'damaged', detail: answered.failure.detail });
    } finally {
      await worker.close();
    }
  }
  return {
    read: (file) => ask({ kind: 'read', file }),
    manuscript: (file) => ask({ kind: 'manuscript', file }),
  };
}
