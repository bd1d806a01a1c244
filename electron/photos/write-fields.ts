import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, readFile, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { note } from '../../shared/checks/remark';
import type { FieldChange } from '../../shared/photos/fields';
import type { PhotoFailure, PhotoWriteFailure } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import { sniffFormat } from '../press/picture-format';
import { sha256 } from '../sha256';
import type { Charset } from './charset';
import { decodeBytes } from './charset';
import { cleanChange, firstDifference } from './field-change';
import { IIM_LIMITS, readIim } from './iim';
import { metadataBlocks } from './metadata-blocks';
import type { MetadataWriter } from './metadata-writer';
import { readPhotoReport } from './photo-report';
import { pictureDataHash } from './picture-data';
import { flush, placeCopy, placeOver } from './place-picture';

export interface WrittenFields {
  readonly file: string;
  /** The original as it was, when it was written in place. */
  readonly backup?: string;
  readonly remarks: readonly Remark[];
}

/** Where the words go: into a new file, or into the original, which is kept beside it under another name. */
export type WriteTarget = { readonly kind: 'copy'; readonly to: string } | { readonly kind: 'in-place' };

/**
 * Writes fields into a picture. All of it happens in a draft beside the target, which takes its place only after it was
 * read back: the texts are those asked for, and the picture's data is the same to the byte. Whatever goes wrong before
 * that, the original is as it was.
 */
export async function writeFields(
  file: string,
  change: FieldChange,
  target: WriteTarget,
  writer: MetadataWriter,
): Promise<Result<WrittenFields, PhotoWriteFailure>> {
  const name = basename(file);
  const to = target.kind === 'copy' ? target.to : file;
  const draft = join(dirname(to), `.${randomUUID()}.tmp${extname(to)}`);
  try {
    // A rename would also replace a file that its owner has protected.
    if (target.kind === 'in-place') await access(file, constants.W_OK);
    const before = await readPicture(file, name);
    if (!before.ok) return before;
    const data = pictureDataHash(before.value);
    if (data === null) return failed({ kind: 'photo-unreadable', name });
    const cleaned = cleanChange(change);

    await copyFile(file, draft, constants.COPYFILE_EXCL);
    const written = await writer.write(draft, cleaned, unmarkedCharset(before.value));
    if (!written.ok) {
      const { kind, detail } = written.failure;
      if (kind === 'writer-missing') return failed({ kind: 'photo-writer-missing', name });
      if (kind === 'disk-full' || !(await hasRoom(dirname(to), before.value.byteLength)))
        return failed({ kind: 'disk-full' });
      return failed({ kind: 'photo-write-refused', name, detail });
    }
    const after = await readFile(draft);
    if (pictureDataHash(after) !== data) return failed({ kind: 'photo-pixels-changed', name });
    const report = readPhotoReport(after);
    const wrong = firstDifference(cleaned, report.fields);
    if (wrong !== null) return failed({ kind: 'photo-texts-changed', name, field: wrong });

    await flush(draft);
    // Read again, not only dated: two writes may fall into one tick of the clock.
    if (sha256(await readFile(file)) !== sha256(before.value)) return failed({ kind: 'photo-changed', name });
    const placed = target.kind === 'copy' ? await placeCopy(draft, to) : await placeOver(draft, file);
    if (!placed.ok) return placed;
    await flush(dirname(to));
    return ok({ file: to, ...placed.value, remarks: remarksOf(cleaned, before.value, report.credentials) });
  } catch (error) {
    return failed(deskFailure(error));
  } finally {
    await rm(draft, { force: true });
    // Exiftool's own draft, when it was ended in the middle of a file.
    await rm(`${draft}_exiftool_tmp`, { force: true });
  }
}

/** The writer's own draft needs the room of the picture once more; it only says that it could not write. */
async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > bytes + 64 * 1024;
}

async function readPicture(file: string, name: string): Promise<Result<Uint8Array, PhotoFailure>> {
  const facts = await stat(file);
  if (!facts.isFile()) return failed({ kind: 'photo-unsupported', name });
  if (facts.size > PHOTO_BYTES_LIMIT) return failed({ kind: 'photo-too-large', name, limit: PHOTO_BYTES_LIMIT });
  if (facts.size === 0) return failed({ kind: 'photo-unreadable', name });
  const bytes = await readFile(file);
  return sniffFormat(bytes) ? ok(bytes) : failed({ kind: 'photo-unsupported', name });
}

/** The charset of an IPTC block that does not tell it and holds more than ASCII. */
function unmarkedCharset(bytes: Uint8Array): Charset | undefined {
  const { iptc } = metadataBlocks(bytes);
  const iim = iptc ? readIim(iptc) : null;
  if (iim === null || iim.marked) return undefined;
  const words = [...iim.datasets.values()].flat().filter((value) => value.some((byte) => byte > 127));
  if (words.length === 0) return undefined;
  return decodeBytes(Buffer.concat(words.flatMap((value) => [value, Buffer.from('\n')]))).charset;
}

function remarksOf(change: FieldChange, before: Uint8Array, credentials: boolean): readonly Remark[] {
  const remarks: Remark[] = [];
  const format = sniffFormat(before);
  if (format === 'png' || format === 'webp') remarks.push(note('photo-no-iptc', { format: format.toUpperCase() }));
  else {
    for (const [field, value] of Object.entries(change)) {
      const limit = IIM_LIMITS[field];
      if (limit === undefined || typeof value !== 'string' || Buffer.byteLength(value) <= limit) continue;
      remarks.push(note('photo-iptc-long', { field, limit }));
    }
  }
  if (credentials || metadataBlocks(before).credentials) remarks.push(note('photo-credentials-broken'));
  return remarks;
}
