import { STAMP_PROPERTY } from '../../shared/docx/properties';
import type { DocxProperties } from '../../shared/docx/properties';
import { customPropertiesOf } from '../../shared/readers/docx/custom-properties';
import { relationshipsOf } from '../../shared/readers/docx/package';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { readStamp, stampSchema, writeStamp, type Stamp } from '../../shared/review/manifest';
import { CUSTOM_PROPERTIES, customProperties, namedProperties } from '../../shared/writers/docx/custom-properties';
import type { PackagePart } from '../../shared/writers/package-part';
import type { OpenedDocx } from '../docx/open-docx';
import { sha256 } from '../sha256';

type Values = { readonly [name: string]: string };

/** The parts of a document with what it says of its approval in its properties, and a sum over all of it. */
export function stampDocx(
  parts: readonly PackagePart[],
  properties: DocxProperties,
  stamp: Stamp,
): readonly PackagePart[] {
  const values = { ...namedProperties(properties), ...stampValues(stamp) };
  const sums = parts
    .filter(({ path }) => path !== CUSTOM_PROPERTIES)
    .map(({ path, contents }) => [path, sha256(contents)] as const);
  const contents = customProperties({ ...values, [STAMP_PROPERTY.sum]: sumOf(values, sums) });
  return parts.map((part) => (part.path === CUSTOM_PROPERTIES ? { path: part.path, contents } : part));
}

/** unstamped: no seal of ours is in it; changed: something of the file is not as it was stamped; forged: the seal itself. */
export type DocxFault = 'unstamped' | 'changed' | 'forged';

/**
 * The stamp of a document of which every part is as it was when it was stamped. A program that only opened and saved it again
 * has written other parts: that counts as changed, as nobody can tell from the file what else it did.
 */
export async function readDocxStamp({ docx, bytes }: OpenedDocx): Promise<Result<Stamp, DocxFault | ReadFailure>> {
  const top = relationshipsOf(docx, '');
  if (!top.ok) return top;
  const read = customPropertiesOf(docx, top.value);
  if (!read.ok) return read;
  const { [STAMP_PROPERTY.sum]: sum, ...values }: { [name: string]: string } = Object.fromEntries(read.value);
  const written = writtenStamp(values);
  if (written === null) return failed('unstamped');
  const checked = stampSchema.safeParse(written);
  const stamp = checked.success ? readStamp(checked.data, sha256) : null;
  if (!stamp) return failed('forged');
  const sums: (readonly [string, string])[] = [];
  for (const path of docx.paths) {
    if (path === CUSTOM_PROPERTIES || path.endsWith('/')) continue;
    const part = await bytes(path);
    if (!part) return failed('changed');
    sums.push([path, sha256(part)]);
  }
  return sum === sumOf(values, sums) ? ok(stamp) : failed('changed');
}

function stampValues(stamp: Stamp): Values {
  const written = writeStamp(stamp, sha256);
  const fields: readonly (readonly [string, string])[] =
    written.kind === 'sealed' ? Object.entries({ ...written.seal, check: written.check }) : [];
  const named = fields.map(([field, value]) => [STAMP_PROPERTY[field as keyof typeof STAMP_PROPERTY], value] as const);
  return { [STAMP_PROPERTY.stamp]: written.kind, ...Object.fromEntries(named) };
}

/** The stamp as it is written, not looked at yet; null where the properties tell of none. */
function writtenStamp(values: Values): unknown {
  const kind = values[STAMP_PROPERTY.stamp];
  const seal = Object.fromEntries(
    (['hash', 'by', 'role', 'at', 'version', 'entry'] as const).flatMap((field) => {
      const value = values[STAMP_PROPERTY[field]];
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
  if (kind === undefined) return Object.keys(seal).length > 0 ? seal : null;
  return kind === 'sealed' ? { kind, seal, check: values[STAMP_PROPERTY.check] } : { kind };
}

function sumOf(values: Values, parts: readonly (readonly [path: string, sum: string])[]): string {
  const sorted = (pairs: readonly (readonly [string, string])[]) => pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([sorted(Object.entries(values)), sorted(parts)]));
}
