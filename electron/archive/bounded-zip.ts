import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, type Result } from '../../shared/result';

/** Packed a hundredfold is text; beyond this many times it is meant to fill the memory. */
const BOMB_RATIO = 200;

/** In bytes: below this size no ratio is a bomb. */
const RATIO_MATTERS_FROM = 1_000_000;

/**
 * What `read` makes of a zip from anywhere, which is closed then; when it is to stay open, only after a failure. An archive that
 * is not sound is a failure; errors of the file system are thrown.
 */
export async function readZip<Value>(
  file: string,
  read: (zip: ZipFile) => Promise<Result<Value, ReadFailure>>,
  afterwards: 'is-closed' | 'stays-open' = 'is-closed',
): Promise<Result<Value, ReadFailure>> {
  let zip: ZipFile | undefined;
  let inUse = false;
  try {
    zip = await openZip(file);
    const result = await read(zip);
    inUse = afterwards === 'stays-open' && result.ok;
    return result;
  } catch (error) {
    return failed(archiveFailure(error));
  } finally {
    if (!inUse) zip?.close();
  }
}

/** Opens a zip from anywhere, to be read entry by entry. Names that leave the folder and false sizes are errors; whoever opened it closes it. */
export function openZip(file: string): Promise<ZipFile> {
  return openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true });
}

/** Told by what the archive says of itself, before a byte is unpacked. */
export function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * BOMB_RATIO;
}

/** The bytes of an entry. yauzl stops the stream when it holds more than it declared: the declared size bounds what is gathered. */
export async function bytesOfEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Errors with a code of the file system are thrown on; what yauzl and zlib say is about the archive. */
function archiveFailure(error: unknown): ReadFailure {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : '';
  if (code !== '' && !code.startsWith('Z_') && !code.startsWith('ERR_')) throw error;
  return { kind: 'damaged', detail: error.message };
}
