import { openDocx } from '../../electron/docx/open-docx';
import { zipParts } from '../../electron/exports/zip-parts';
import type { PackagePart } from '../../shared/writers/package-part';

/** Writes the document again with a part changed, as somebody's word processor would: without pictures. */
export async function editDocx(
  file: string,
  saved: string,
  edit: (xml: string, part: string) => string | null,
): Promise<void> {
  const opened = await openDocx(file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  opened.value.close();
  const parts = [...opened.value.docx.xml].flatMap(([path, xml]): PackagePart[] => {
    const contents = edit(xml, path);
    return contents === null ? [] : [{ path, contents }];
  });
  await zipParts(saved, parts);
}

/** The words in the document's text, tracked: `from` deleted and `to` inserted by this author. `from` stands in one run. */
export function trackedReplace(xml: string, from: string, to: string, author = 'NGUYEN VAN A'): string {
  const by = `w:author="${author}" w:date="2026-11-28T08:00:00Z"`;
  const at = xml.indexOf(from);
  if (at < 0) throw new Error(`not in the document: ${from}`);
  const run = (name: string, text: string) => `<w:r><w:${name} xml:space="preserve">${text}</w:${name}></w:r>`;
  const marked = `${from === '' ? '' : `<w:del w:id="9001" ${by}>${run('delText', from)}</w:del>`}${
    to === '' ? '' : `<w:ins w:id="9002" ${by}>${run('t', to)}</w:ins>`
  }`;
  return `${xml.slice(0, at)}</w:t></w:r>${marked}<w:r><w:t xml:space="preserve">${xml.slice(at + from.length)}`;
}
