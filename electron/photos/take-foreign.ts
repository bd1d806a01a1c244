import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { TakeInFailure } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { MetadataWriter } from './metadata-writer';

/** The JPEG inside a RAW or HEIC picture that came as bytes. Throws errors of the disk. */
export async function takeForeign(
  name: string,
  bytes: Uint8Array,
  metadata: Pick<MetadataWriter, 'embeddedPicture'>,
): Promise<Result<Uint8Array, TakeInFailure>> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-foreign-'));
  try {
    // The tool goes by the bytes; the ending helps it with some makers. Nothing else of the name is used.
    const file = join(folder, `picture${/^\.\w{1,5}$/.exec(extname(name))?.[0] ?? ''}`);
    await writeFile(file, bytes);
    const inside = await metadata.embeddedPicture(file);
    return inside.ok && inside.value !== null ? ok(inside.value) : failed({ kind: 'photo-no-preview', name });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
