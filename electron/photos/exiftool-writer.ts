import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExifTool, WriteTags } from 'exiftool-vendored';
import type { FieldChange } from '../../shared/photos/fields';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import { sniffFormat } from '../press/picture-format';
import type { Charset } from './charset';
import { exifToolProcess } from './exiftool-process';
import { exifToolTags } from './exiftool-tags';
import type { MetadataWriter, WriterFailure } from './metadata-writer';

/** Milliseconds for one file: a TIFF near the limit on a slow disk. */
const WRITE_TIMEOUT = 60_000;

/** Exiftool's names of the charsets that an unmarked IPTC block may be in. */
const IPTC_CHARSETS: { readonly [charset in Charset]?: string } = {
  'utf-8': 'UTF8',
  'windows-1252': 'Latin',
  'windows-1258': 'Vietnam',
};

/** Where RAW and HEIC files keep their pictures, the largest first. */
const EMBEDDED = ['JpgFromRaw', 'PreviewImage', 'OtherImage', 'ThumbnailImage'] as const;

/** exiftool in a process of its own, started at the first job. */
export function createExifToolWriter(): MetadataWriter {
  let started: Promise<ExifTool> | undefined;
  const tool = () => (started ??= start());
  return {
    write: (file, change, was) => attempt(async () => write(await tool(), file, change, was)),
    embeddedPicture: (file) => attempt(async () => embedded(await tool(), file)),
    async close() {
      const running = await started?.catch(() => undefined);
      started = undefined;
      if (running) await end(running);
    },
  };
}

/** Milliseconds that exiftool gets to end by itself. */
const END_PATIENCE = 1_000;

/** Ends exiftool, by force when it takes its time, as with a file on a disk that hangs. */
async function end(running: ExifTool): Promise<void> {
  const { pids } = running;
  const ended = running.end().then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, END_PATIENCE, false).unref());
  if (await Promise.race([ended, late])) return;
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** A user's own configuration could run code and rename tags. */
const NO_CONFIGURATION = { EXIFTOOL_HOME: '', EXIFTOOL_CONFIG: '' };

async function start(): Promise<ExifTool> {
  const { ExifTool, exiftoolPath } = await import('exiftool-vendored');
  const processFactory = exifToolProcess(() => exiftoolPath(), NO_CONFIGURATION);
  return new ExifTool({
    ...(processFactory ? { processFactory } : {}),
    // Every tag is named with its group: exiftool must not write further ones of its own choice.
    useMWG: false,
    maxProcs: 1,
    taskTimeoutMillis: WRITE_TIMEOUT,
    taskRetries: 0,
    exiftoolEnv: NO_CONFIGURATION,
  });
}

async function write(
  tool: ExifTool,
  file: string,
  change: FieldChange,
  was?: Charset,
): Promise<Result<readonly string[], WriterFailure>> {
  const home = await homeOf(file);
  if (home === null) return failed({ kind: 'failed', detail: 'not a JPEG, PNG, WebP or TIFF picture' });
  const charset = was === undefined ? undefined : IPTC_CHARSETS[was];
  if (charset !== undefined) {
    const carryOver = [
      '-charset',
      `iptc=${charset}`,
      '-tagsFromFile',
      '@',
      '-IPTC:all',
      '-IPTC:CodedCharacterSet=UTF8',
    ];
    await tool.write(file, { 'IPTC:CodedCharacterSet': 'UTF8' } as WriteTags, {
      writeArgs: [...carryOver, '-overwrite_original', '-m'],
    });
  }
  const written = await tool.write(file, exifToolTags(change, home) as WriteTags, {
    // -m: IIM's room of 32 bytes for a credit would cut a Vietnamese line inside a letter; everyone reads longer ones.
    writeArgs: ['-overwrite_original', '-m'],
    ignoreMinorErrors: true,
  });
  return ok(written.warnings ?? []);
}

async function embedded(tool: ExifTool, file: string): Promise<Result<Uint8Array | null, WriterFailure>> {
  for (const tag of EMBEDDED) {
    try {
      const bytes = await tool.extractBinaryTagToBuffer(tag, file);
      if (bytes.byteLength > PHOTO_BYTES_LIMIT || sniffFormat(bytes) !== 'jpg') continue;
      return ok(await withWordsOf(tool, file, bytes));
    } catch (error) {
      // Exiftool answers a file without that picture with an error of its own; the next place is tried.
      if (!(error instanceof Error) || isMissing(error.message)) throw error;
    }
  }
  return ok(null);
}

/** The embedded picture knows neither which way is up nor who took it: the file around it does. */
async function withWordsOf(tool: ExifTool, file: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-embedded-'));
  try {
    const picture = join(folder, 'picture.jpg');
    await writeFile(picture, bytes);
    const carried = [
      'IFD0:Orientation',
      'ExifIFD:DateTimeOriginal',
      'ExifIFD:OffsetTimeOriginal',
      'XMP:all',
      'IPTC:all',
    ];
    await tool.write(
      picture,
      {},
      {
        writeArgs: ['-tagsFromFile', file, ...carried.map((tag) => `-${tag}`), '-overwrite_original', '-m'],
      },
    );
    return await readFile(picture);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function homeOf(file: string) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return sniffFormat(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function attempt<Value>(
  work: () => Promise<Result<Value, WriterFailure>>,
): Promise<Result<Value, WriterFailure>> {
  try {
    return await work();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (isMissing(detail)) return failed({ kind: 'writer-missing', detail });
    return failed({ kind: /no space left|disk full|ENOSPC|quota/i.test(detail) ? 'disk-full' : 'failed', detail });
  }
}

function isMissing(detail: string): boolean {
  return /perl.*not (?:found|installed)|perl must be|ENOENT.*(?:perl|exiftool)|Cannot find (?:module|package)/i.test(
    detail,
  );
}
