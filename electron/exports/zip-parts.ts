import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PackagePart } from '../../shared/writers/package-part';

// Nothing in the file tells when it was zipped: the same piece gives the same bytes.
const ENTRY = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true };

/** Zips the parts in their order; the first, the mimetype, is stored so that programs know the file by its first bytes. */
export async function zipParts(target: string, parts: readonly PackagePart[]): Promise<void> {
  const zip = new ZipFile();
  const failure = new Promise<never>((_resolve, reject) => zip.once('error', reject));
  for (const [index, { path, contents }] of parts.entries()) {
    const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
    zip.addBuffer(Buffer.from(bytes), path, { ...ENTRY, compress: index > 0 });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target)), failure]);
}
