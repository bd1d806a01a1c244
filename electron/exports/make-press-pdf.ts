import { writeFile } from 'node:fs/promises';
import { failed, ok } from '../../shared/result';
import { openCondition } from '../press/conditions/conditions';
import type { Made, Making } from './making';
import { stamped } from './stamp-pdf-bytes';
import { printForPress } from './print-for-press';

/** The pages as the printer wants them: CMYK, marks, bleed, output intent. */
export async function makePressPdf(making: Making): Promise<Made> {
  const condition = await openCondition(making.condition);
  if (!condition.ok) return failed(condition.failure);
  const printed = await printForPress(making, condition.value);
  if (!printed.ok) return printed;
  await writeFile(making.target, await stamped(printed.value.pdf, making));
  making.progress(1);
  return ok(printed.value.remarks);
}
