import { join } from 'node:path';
import { z } from '../../shared/zod';
import type { Interview } from '../../shared/interview/types';
import type { Result } from '../../shared/result';
import { profileKey, type Profile } from '../../shared/review/profile';
import { VERSION_NAME } from '../../shared/review/review-file';
import { replaceFile } from '../desk/atomic-file';
import type { Files } from '../desk/files';
import { readIfThere } from '../desk/open-piece';
import { keepVersion } from './versions';

/** Beside interview.json: which version each person has read last. No step rests on it, so it carries no sums. */
const READING_FILE = 'reading.json';

const schema = z.looseObject({
  format: z.literal('galley-reading'),
  version: z.literal(1),
  read: z.record(z.string().max(300), z.string().regex(VERSION_NAME)),
});

/** By profileKey, the version read last. A file that cannot be read says that nobody has read anything. */
export async function readReadings(files: Files, folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readIfThere(files, join(folder, READING_FILE));
  if (bytes === null || bytes === 'too-large') return new Map();
  const checked = schema.safeParse(parse(new TextDecoder().decode(bytes)));
  return new Map(checked.success ? Object.entries(checked.data.read) : []);
}

/** Notes that a person has read this version. Durable when it returns; errors of the disk are thrown. */
export async function writeReading(files: Files, folder: string, person: string, version: string): Promise<void> {
  const readings = await readReadings(files, folder);
  if (readings.get(person) === version) return;
  const read = Object.fromEntries([...readings, [person, version]]);
  const text = `${JSON.stringify({ format: 'galley-reading', version: 1, read }, null, 2)}\n`;
  await replaceFile(files, join(folder, READING_FILE), new TextEncoder().encode(text));
}

/**
 * At leaving a piece: whoever wrote in it has read it as it is now, and so has whoever opened it for the first time. Others
 * keep the version that they said they had read.
 */
export async function markLeft(
  files: Files,
  folder: string,
  by: Profile | null,
  wrote: boolean,
  words: () => Promise<Result<Interview, unknown>>,
): Promise<void> {
  if (!by) return;
  const key = profileKey(by);
  if (!wrote && (await readReadings(files, folder)).has(key)) return;
  const read = await words();
  if (read.ok) await writeReading(files, folder, key, await keepVersion(files, folder, read.value, Date.now()));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
