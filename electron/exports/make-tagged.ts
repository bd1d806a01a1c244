import { writeFile } from 'node:fs/promises';
import { ok } from '../../shared/result';
import { utf16le, writeTaggedText } from '../../shared/writers/tagged-text/write-tagged-text';
import { handOffStory } from './hand-off-story';
import type { Made, Making } from './making';

/** The text alone with the names of its styles, as InDesign tagged text. */
export async function makeTagged(making: Making): Promise<Made> {
  const { target, styleNames, progress } = making;
  const handOff = handOffStory(making);
  await writeFile(target, utf16le(writeTaggedText(handOff, styleNames)));
  progress(1);
  // No picture goes along, so none can be missing.
  return ok(handOff.remarks.filter(({ rule }) => rule !== 'export-photo-missing'));
}
