import type { Entry, ZipFile } from 'yauzl';
import type { DocxPackage } from '../../shared/readers/docx/package';
import { megabytes } from '../../shared/readers/limits';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { bytesOfEntry, isBomb, readZip } from '../archive/bounded-zip';
import { PHOTO_BYTES_LIMIT } from '../press/limits';

/**
 * What a document may hold, in bytes and entries. The text of a whole book takes some 15 MB of XML; half a megabyte of zip
 * can hold a thousand times as much, which is refused by what the archive says of itself, before a byte is unpacked.
 */
const DOCX_LIMITS = {
  entries: 5000,
  xml: 24_000_000,
  allXml: 60_000_000,
  total: 500_000_000,
} as const;

export interface OpenedDocx {
  readonly docx: DocxPackage;
  /** The bytes of a part, null when there is none or it is larger than a photo may be. */
  readonly bytes: (path: string) => Promise<Uint8Array | null>;
  readonly close: () => void;
}

/** Opens a .docx and unpacks its XML. Nothing is written to the disk; whoever opened it closes it. */
export async function openDocx(file: string): Promise<Result<OpenedDocx, ReadFailure>> {
  return await readZip(file, unpack, 'stays-open');
}

async function unpack(zip: ZipFile): Promise<Result<OpenedDocx, ReadFailure>> {
  if (zip.entryCount > DOCX_LIMITS.entries) return failed(tooLarge());
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.normalize('NFC');
    if (names.has(name.toLowerCase())) return failed({ kind: 'damaged', detail: name });
    names.add(name.toLowerCase());
    total += entry.uncompressedSize;
    if (isBomb(entry) || total > DOCX_LIMITS.total) return failed(tooLarge());
    entries.set(name, entry);
  }
  if (!entries.has('[Content_Types].xml')) return failed({ kind: 'not-ours' });

  const xml = new Map<string, string>();
  let left: number = DOCX_LIMITS.allXml;
  for (const [name, entry] of entries) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    if (entry.uncompressedSize > DOCX_LIMITS.xml || entry.uncompressedSize > left) return failed(tooLarge());
    left -= entry.uncompressedSize;
    const text = decodeXml(await bytesOfEntry(zip, entry));
    if (text === null) return failed({ kind: 'docx-damaged', part: name, detail: 'UTF-8' });
    xml.set(name, text);
  }
  return ok({
    docx: { xml, paths: new Set(entries.keys()) },
    bytes: async (path) => {
      const entry = entries.get(path);
      return entry && entry.uncompressedSize <= PHOTO_BYTES_LIMIT ? await bytesOfEntry(zip, entry) : null;
    },
    close: () => zip.close(),
  });
}

/** XML comes in UTF-8 or UTF-16; null for bytes that are neither. */
function decodeXml(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function tooLarge(): ReadFailure {
  return { kind: 'too-large', limit: megabytes(DOCX_LIMITS.xml) };
}
