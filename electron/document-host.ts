import path from 'node:path';
import { documentsIn } from './docx/documents';
import type { Documents } from './docx/documents';
import { utilityHost } from './utility-host';

/** Word documents are read in a utility process, started for each of them. */
export function createDocumentHost(script = path.join(import.meta.dirname, 'documents.js')): Documents {
  return documentsIn(() => utilityHost(script, 'documents'));
}
