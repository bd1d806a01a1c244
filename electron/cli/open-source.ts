import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import type { Origin } from '../../shared/desk/origin';
import type { MintId } from '../../shared/interview/build';
import type { Interview, Photo } from '../../shared/interview/types';
import { INTERVIEW_FILE_LIMIT, PLAIN_TEXT_LIMIT, megabytes } from '../../shared/readers/limits';
import { readInterviewFile } from '../../shared/readers/read-interview-file';
import { readPlainText } from '../../shared/readers/read-plain-text';
import type { ReadDocument, ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { decodeText } from '../../shared/text/decode';
import { deskFailure } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { PHOTOS_FOLDER, readWhole, SNAPSHOT_FILE } from '../desk/open-piece';
import type { Documents } from '../docx/documents';
import { importDocx } from '../docx/import-docx';
import { openGalley } from '../exports/open-galley';
import type { ReviewPlace } from '../review/carry-review';
import type { Pictures } from '../press/press';
import type { SourceFailure } from './failure';

/** A piece read from a file of any kind, with the paths of the photos that came with it. */
export interface OpenedSource {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  readonly photoPath: (photo: Photo) => string | null;
  /** Where its review is, if it has one. */
  readonly reviewed?: ReviewPlace;
  /** Of a .galley file that tells which piece it carries. */
  readonly origin?: Origin;
  /** Takes away what was unpacked; the photo paths are void after it. */
  readonly dispose: () => Promise<void>;
}

export interface SourceTools {
  readonly mint: MintId;
  /** Looks at the pictures of a manuscript; without it they stay out, with a remark. */
  readonly pictures?: () => Pick<Pictures, 'inspect'>;
  /** Reads a .docx elsewhere than in this process. */
  readonly documents?: Documents;
}

/** Bytes of UTF-16 or of three-byte letters per character: a file is refused by its size before it is read. */
const BYTES_PER_CHARACTER = 4;

/** How much of a file is looked at to tell what it is. */
const PEEK_BYTES = 4096;

/** Opens a .galley, a .docx, an interview.json, a piece folder or a plain text: what is in it decides, not its name. */
export async function openSource(file: string, tools: SourceTools): Promise<Result<OpenedSource, SourceFailure>> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return await openFolder(file);
    if (!facts.isFile()) return failed({ kind: 'not-ours' });
    if (facts.size === 0) return failed({ kind: 'empty' });
    const start = await peek(file);
    if (start.subarray(0, 4).equals(ZIP_START)) return await openArchive(file, tools);
    if (start.subarray(0, 8).equals(OLE_START)) return failed({ kind: 'docx-old' });
    const interview = /^(\ufeff|\s)*\{/.test(start.toString('utf8'));
    const limit = interview ? INTERVIEW_FILE_LIMIT : PLAIN_TEXT_LIMIT;
    if (facts.size > limit * BYTES_PER_CHARACTER) return failed({ kind: 'too-large', limit: megabytes(limit) });
    if (interview && path.basename(file) === SNAPSHOT_FILE) return await openFolder(path.dirname(file));
    const text = decodeText(await readFile(file), (label) => new TextDecoder(label, { fatal: true }));
    if (!text.ok) return text;
    const read = (interview ? readInterviewFile : readPlainText)(text.value, { mint: tools.mint });
    return opened(read, photosBeside(path.dirname(file)));
  } catch (error) {
    return failed(deskFailure(error));
  }
}

const ZIP_START = Buffer.from('PK\u0003\u0004', 'latin1');

/** A .doc of before 2007, or a .docx with a password. */
const OLE_START = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** A piece folder as the desk reads it: with what its journal holds beyond the snapshot. Nothing in it is changed. */
async function openFolder(folder: string): Promise<Result<OpenedSource, SourceFailure>> {
  if (!existsSync(path.join(folder, SNAPSHOT_FILE))) return failed({ kind: 'no-interview' });
  const found = await readWhole(diskFiles, folder, Date.now());
  if (!found.ok) return found;
  const source = opened(found, photosBeside(folder));
  return source.ok ? ok({ ...source.value, reviewed: { kind: 'folder', path: folder } }) : source;
}

async function openArchive(file: string, tools: SourceTools): Promise<Result<OpenedSource, SourceFailure>> {
  const into = await mkdtemp(path.join(tmpdir(), 'galley-'));
  const dispose = () => rm(into, { recursive: true, force: true });
  let kept = false;
  try {
    const archive = await openGalley(file, into);
    if (!archive.ok && archive.failure.kind === 'not-ours') {
      const imported = await importDocx(file, into, tools);
      if (!imported.ok) return imported;
      const { interview, remarks, photos } = imported.value;
      kept = true;
      return ok({ interview, remarks, photoPath: (photo) => photos.get(photo.file) ?? null, dispose });
    }
    if (!archive.ok) return archive;
    const { source, photos, origin, remarks } = archive.value;
    const read = readInterviewFile(source, { mint: tools.mint });
    if (!read.ok) return read;
    kept = true;
    return ok({
      interview: read.value.interview,
      remarks: [...remarks, ...read.value.remarks],
      photoPath: (photo) => photos.get(photo.file) ?? null,
      reviewed: { kind: 'archive', path: file },
      ...(origin ? { origin } : {}),
      dispose,
    });
  } finally {
    if (!kept) await dispose();
  }
}

function opened(
  read: Result<ReadDocument, ReadFailure>,
  photoPath: OpenedSource['photoPath'],
): Result<OpenedSource, ReadFailure> {
  if (!read.ok) return read;
  const { interview, remarks } = read.value;
  return ok({ interview, remarks, photoPath, dispose: async () => {} });
}

/** Photo file names are hashes (schema.ts): they cannot lead out of the folder. */
function photosBeside(folder: string): OpenedSource['photoPath'] {
  return ({ file }) => {
    const found = path.join(folder, PHOTOS_FOLDER, path.basename(file));
    return existsSync(found) ? found : null;
  };
}

async function peek(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
