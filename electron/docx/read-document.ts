import type { DocxDocument } from '../../shared/readers/docx/document';
import { readDocx } from '../../shared/readers/docx/read-docx';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { openDocx } from './open-docx';

/** Reads a .docx without its pictures, as one that comes back is read. */
export async function readDocument(file: string): Promise<Result<DocxDocument, ReadFailure>> {
  const opened = await openDocx(file);
  if (!opened.ok) return opened;
  try {
    return readDocx(opened.value.docx);
  } finally {
    opened.value.close();
  }
}
