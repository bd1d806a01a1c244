import { writeFile } from 'node:fs/promises';
import { ok } from '../../shared/result';
import { handOffOf } from '../../shared/writers/hand-off/story';
import { writePlainText } from '../../shared/writers/plain/write-plain-text';
import type { Made, Making } from './making';

/** The text alone, with words before each part that say what it is. */
export async function makePlain({ interview, target, progress }: Making): Promise<Made> {
  const handOff = handOffOf(interview);
  await writeFile(target, writePlainText(handOff));
  progress(1);
  return ok(handOff.remarks.filter(({ rule }) => rule !== 'export-photo-missing'));
}
