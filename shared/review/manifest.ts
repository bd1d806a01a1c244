import { z } from '../zod';
import { failed, ok, type Result } from '../result';
import { sealSchema } from './review-file';
import { sealCheck, type Hash, type Seal } from './seal';

/**
 * What an export says of its approval. sealed: made from the sealed version; proof: not approved, and marked so for every
 * reader; plain: not approved and not marked, because somebody asked for that on purpose.
 */
export type Stamp =
  { readonly kind: 'sealed'; readonly seal: Seal } | { readonly kind: 'proof' } | { readonly kind: 'plain' };

/** The name of the manifest in the folder of an export. */
export const MANIFEST_FILE = 'galley-seal.json';

/** In characters: a package of some thousand files. */
const MANIFEST_LIMIT = 5_000_000;

interface ManifestFile {
  /** Relative to the manifest, with slashes. */
  readonly file: string;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
}

/** The seal that an export carries and every file that it covers. */
export interface Manifest {
  readonly stamp: Stamp;
  readonly files: readonly ManifestFile[];
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** No way out of the folder: no root, no "..", no backslash or colon. */
const inside = z
  .string()
  .max(1000)
  .refine(
    (file) => !/[\\:\u0000-\u001f]/.test(file) && file.split('/').every((part) => part !== '' && !/^\.+$/.test(part)),
  );

/** The stamp as exports carry it: with the digest that binds its fields. */
export const stampSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sealed'), seal: sealSchema, check: hex }),
  z.strictObject({ kind: z.literal('proof') }),
  z.strictObject({ kind: z.literal('plain') }),
]);

const manifestSchema = z.strictObject({
  format: z.literal('galley-seal'),
  version: z.literal(1),
  stamp: stampSchema,
  files: z.array(z.strictObject({ file: inside, sha256: hex })).max(20_000),
});

export function writeStamp(stamp: Stamp, hash: Hash): z.infer<typeof stampSchema> {
  return stamp.kind === 'sealed' ? { ...stamp, check: sealCheck(stamp.seal, hash) } : stamp;
}

/** The stamp, or null when a field of the seal is not the one it was made with. */
export function readStamp(written: z.infer<typeof stampSchema>, hash: Hash): Stamp | null {
  if (written.kind !== 'sealed') return written;
  const { kind, seal, check } = written;
  return sealCheck(seal, hash) === check ? { kind, seal } : null;
}

export function writeManifest({ stamp, files }: Manifest, hash: Hash): string {
  return `${JSON.stringify({ format: 'galley-seal', version: 1, stamp: writeStamp(stamp, hash), files }, null, 2)}\n`;
}

/** damaged: nothing of ours can be read from it; forged: the seal in it was changed. */
export function readManifest(source: string, hash: Hash): Result<Manifest, 'damaged' | 'forged'> {
  if (source.length > MANIFEST_LIMIT) return failed('damaged');
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return failed('damaged');
    throw error;
  }
  const checked = manifestSchema.safeParse(raw);
  if (!checked.success) return failed('damaged');
  const stamp = readStamp(checked.data.stamp, hash);
  return stamp ? ok({ stamp, files: checked.data.files }) : failed('forged');
}
