import { writeFile } from 'node:fs/promises';
import { failed, ok } from '../../shared/result';
import type { Made, Making } from './making';
import { printPages } from './print-pages';
import { stamped } from './stamp-pdf-bytes';

/** The newspaper page as one PDF file. */
export async function makePdf(making: Making): Promise<Made> {
  const pages = await printPages(making, 'pdf');
  if (!pages.ok) return pages;
  const { printed, remarks } = pages.value;
  if (!printed.pdf) return failed({ kind: 'press-failed', detail: 'no PDF was written' });
  await writeFile(making.target, await stamped(printed.pdf, making));
  making.progress(1);
  return ok(remarks);
}
