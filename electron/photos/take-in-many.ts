import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { note } from '../../shared/checks/remark';
import type { TakeInFailure } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import { sniffFormat } from '../press/picture-format';
import type { Pictures } from '../press/press';
import { sha256 } from '../sha256';
import { sniffForeign } from './foreign-picture';
import type { MetadataWriter } from './metadata-writer';
import { takeIn } from './take-in';
import type { TakenIn } from './take-in';

/** What became of one file of many. `file` is its path as given. */
export type Arrival =
  | { readonly kind: 'taken'; readonly file: string; readonly taken: TakenIn; readonly remarks: readonly Remark[] }
  /** Its bytes are those of `of`: a file of the same batch, or the stored name of a photo that was there before. */
  | { readonly kind: 'duplicate'; readonly file: string; readonly of: string }
  | { readonly kind: 'refused'; readonly file: string; readonly failure: TakeInFailure }
  | { readonly kind: 'cancelled'; readonly file: string };

export interface TakeManyTools {
  readonly pictures: Pick<Pictures, 'inspect'>;
  readonly metadata: Pick<MetadataWriter, 'embeddedPicture'>;
  /** Puts the photo where it belongs and, if it likes, makes its preview. Called for one photo of a batch at most once. */
  readonly keep: (taken: TakenIn, bytes: Uint8Array) => Promise<Result<unknown, TakeInFailure>>;
  /** Names under which photos are stored already: `<sha256>.<ext>`. */
  readonly known: Iterable<string>;
  readonly arrived?: (arrival: Arrival, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Files worked on at once: the second is read while the first is decoded. */
const LANES = 2;

/** Bytes of pictures held at once; one file larger than this is worked on alone. */
export const MEMORY_BUDGET = 256 * 1024 * 1024;

/** Takes in many files, in any order of finishing; the answer is in the order given. One bad file spoils no other. */
export async function takeInMany(files: readonly string[], tools: TakeManyTools): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  const known = [...tools.known].map((name): [string, Owner] => [
    name.split('.')[0] ?? name,
    { file: name, kept: Promise.resolve(true) },
  ]);
  const owners = new Map<string, Owner>(known);
  const room = memoryRoom(MEMORY_BUDGET);
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index] ?? '';
      const arrival: Arrival = tools.signal?.aborted
        ? { kind: 'cancelled', file }
        : await takeOne(file, tools, owners, room);
      arrivals[index] = arrival;
      tools.arrived?.(arrival, ++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, files.length) }, lane));
  return arrivals;
}

/** Who has these bytes, and whether they could be kept: told once it is known, never refused. */
interface Owner {
  readonly file: string;
  readonly kept: Promise<boolean>;
}

async function takeOne(
  file: string,
  tools: TakeManyTools,
  owners: Map<string, Owner>,
  room: MemoryRoom,
): Promise<Arrival> {
  let release = () => {};
  let settle = (_kept: boolean) => {};
  let isKept = false;
  try {
    const facts = await stat(file);
    const name = basename(file);
    if (!facts.isFile()) return refused(file, { kind: 'photo-unsupported', name });
    if (facts.size > PHOTO_BYTES_LIMIT)
      return refused(file, { kind: 'photo-too-large', name, limit: PHOTO_BYTES_LIMIT });
    release = await room(facts.size);
    const read = await pictureBytes(file, await readFile(file), tools);
    if (!read.ok) return refused(file, read.failure);
    const { bytes, remarks } = read.value;
    const hash = sha256(bytes);
    // Its twin may be in the other lane: only when that one could not be kept this one is tried itself.
    for (let owner = owners.get(hash); owner !== undefined; owner = owners.get(hash)) {
      if (await owner.kept) return { kind: 'duplicate', file, of: owner.file };
      if (owners.get(hash) === owner) owners.delete(hash);
    }
    // Claimed before anything more is awaited.
    owners.set(hash, { file, kept: new Promise((resolve) => (settle = resolve)) });
    const taken = await takeIn(name, bytes, tools.pictures);
    if (!taken.ok) return refused(file, taken.failure);
    const kept = await tools.keep(taken.value, bytes);
    if (!kept.ok) return refused(file, kept.failure);
    isKept = true;
    return { kind: 'taken', file, taken: taken.value, remarks: [...remarks, ...(taken.value.remarks ?? [])] };
  } catch (error) {
    return refused(file, deskFailure(error));
  } finally {
    settle(isKept);
    release();
  }
}

async function pictureBytes(
  file: string,
  bytes: Uint8Array,
  tools: TakeManyTools,
): Promise<Result<{ readonly bytes: Uint8Array; readonly remarks: readonly Remark[] }, TakeInFailure>> {
  const name = basename(file);
  const foreign = bytes.byteLength > 0 && sniffFormat(bytes) === null ? sniffForeign(bytes) : null;
  if (foreign === null) return ok({ bytes, remarks: [] });
  const inside = await tools.metadata.embeddedPicture(file);
  if (!inside.ok || inside.value === null) return failed({ kind: 'photo-no-preview', name });
  return ok({ bytes: inside.value, remarks: [note('photo-from-preview', { name, kind: foreign.toUpperCase() })] });
}

function refused(file: string, failure: TakeInFailure): Arrival {
  return { kind: 'refused', file, failure };
}

type MemoryRoom = (bytes: number) => Promise<() => void>;

/** Lets pictures in as long as they fit together; one alone always fits. */
function memoryRoom(budget: number): MemoryRoom {
  let held = 0;
  const waiting: (() => void)[] = [];
  const wake = () => waiting.splice(0).forEach((go) => go());
  return async (bytes) => {
    while (held > 0 && held + bytes > budget) await new Promise<void>((resolve) => waiting.push(resolve));
    held += bytes;
    return () => {
      held -= bytes;
      wake();
    };
  };
}
