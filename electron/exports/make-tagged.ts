import { writeFile } from 'node:fs/promises';
import { ok } from '../../shared/result';
import { handOffOf } from '../../shared/writers/hand-off/story';
import { utf16le, writeTaggedText } from '../../shared/writers/tagged-text/write-tagged-text';
import type { Made, Making } from './making';

/** The text alone with the names of its styles, as InDesign tagged text. */
export async function makeTagged({ interview, target, styleNames, progress }: Making): Promise<Made> {
  const handOff = handOffOf(interview);
  await writeFile(target, utf16le(writeTaggedText(handOff, styleNames)));
  progress(1);
  // No picture goes along, so none can be missing.
  return ok(handOff.remarks.filter(({ rule }) => rule !== 'export-photo-missing'));
}
