import { writeFile } from 'node:fs/promises';
import { ok } from '../../shared/result';
import { writePlainText } from '../../shared/writers/plain/write-plain-text';
import { handOffStory } from './hand-off-story';
import type { Made, Making } from './making';

/** The text alone, with words before each part that say what it is. */
export async function makePlain(making: Making): Promise<Made> {
  const { target, progress } = making;
  const handOff = handOffStory(making);
  await writeFile(target, writePlainText(handOff));
  progress(1);
  return ok(handOff.remarks.filter(({ rule }) => rule !== 'export-photo-missing'));
}
