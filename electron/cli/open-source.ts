import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import type { MintId } from '../../shared/interview/build';
import type { Interview, Photo } from '../../shared/interview/types';
import { INTERVIEW_FILE_LIMIT, PLAIN_TEXT_LIMIT, megabytes } from '../../shared/readers/limits';
import { readInterviewFile } from '../../shared/readers/read-interview-file';
import { readPlainText } from '../../shared/readers/read-plain-text';
import type { ReadDocument, ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { decodeText } from '../../shared/text/decode';
import type { Desk } from '../desk/desk';
import { deskFailure } from '../desk/failures';
import { openGalley } from '../exports/open-galley';
import type { SourceFailure } from './failure';

/** A piece read from a file of any kind, with the paths of the photos that came with it. */
export interface OpenedSource {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  readonly photoPath: (photo: Photo) => string | null;
  /** Takes away what was unpacked; the photo paths are void after it. */
  readonly dispose: () => Promise<void>;
}

export interface SourceTools {
  readonly mint: MintId;
  /** Reads a piece folder whose journal holds more than its snapshot. */
  readonly desk: (folder: string) => Desk;
}

/** Bytes of UTF-16 or of three-byte letters per character: a file is refused by its size before it is read. */
const BYTES_PER_CHARACTER = 4;

/** How much of a file is looked at to tell what it is. */
const PEEK_BYTES = 4096;

/** Opens a .galley, an interview.json, a piece folder or a plain text: what is in it decides, not its name. */
export async function openSource(file: string, tools: SourceTools): Promise<Result<OpenedSource, SourceFailure>> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return await openFolder(file, tools);
    if (!facts.isFile()) return failed({ kind: 'not-ours' });
    if (facts.size === 0) return failed({ kind: 'empty' });
    const start = await peek(file);
    if (start.subarray(0, 4).equals(ZIP_START)) return await openArchive(file, tools);
    const interview = /^(\ufeff|\s)*\{/.test(start.toString('utf8'));
    const limit = interview ? INTERVIEW_FILE_LIMIT : PLAIN_TEXT_LIMIT;
    if (facts.size > limit * BYTES_PER_CHARACTER) return failed({ kind: 'too-large', limit: megabytes(limit) });
    if (interview && path.basename(file) === PIECE_FILE && hasJournal(path.dirname(file))) {
      return await openFolder(path.dirname(file), tools);
    }
    const text = decodeText(await readFile(file), (label) => new TextDecoder(label, { fatal: true }));
    if (!text.ok) return text;
    const read = (interview ? readInterviewFile : readPlainText)(text.value, { mint: tools.mint });
    return opened(read, photosBeside(path.dirname(file)));
  } catch (error) {
    return failed(deskFailure(error));
  }
}

const ZIP_START = Buffer.from('PK\u0003\u0004', 'latin1');
const PIECE_FILE = 'interview.json';
const JOURNAL_FILE = 'journal.ndjson';

async function openFolder(folder: string, tools: SourceTools): Promise<Result<OpenedSource, SourceFailure>> {
  const file = path.join(folder, PIECE_FILE);
  if (!existsSync(file)) return failed({ kind: 'no-interview' });
  if (!hasJournal(folder)) return await openSource(file, tools);
  const read = await tools.desk(path.dirname(folder)).read(path.basename(folder));
  return read.ok ? opened(ok({ interview: read.value, remarks: [] }), photosBeside(folder)) : read;
}

async function openArchive(file: string, tools: SourceTools): Promise<Result<OpenedSource, SourceFailure>> {
  const into = await mkdtemp(path.join(tmpdir(), 'galley-'));
  const dispose = () => rm(into, { recursive: true, force: true });
  let kept = false;
  try {
    const archive = await openGalley(file, into);
    if (!archive.ok) return archive;
    const { source, photos, remarks } = archive.value;
    const read = readInterviewFile(source, { mint: tools.mint });
    if (!read.ok) return read;
    kept = true;
    return ok({
      interview: read.value.interview,
      remarks: [...remarks, ...read.value.remarks],
      photoPath: (photo) => photos.get(photo.file) ?? null,
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
  return read.ok ? ok({ ...read.value, photoPath, dispose: async () => {} }) : read;
}

/** Photo file names are hashes (schema.ts): they cannot lead out of the folder. */
function photosBeside(folder: string): OpenedSource['photoPath'] {
  return ({ file }) => {
    const found = path.join(folder, 'photos', path.basename(file));
    return existsSync(found) ? found : null;
  };
}

function hasJournal(folder: string): boolean {
  return existsSync(path.join(folder, JOURNAL_FILE));
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
