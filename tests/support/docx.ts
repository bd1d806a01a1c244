import type { Interview } from '../../shared/interview/types';
import type { DocxDocument } from '../../shared/readers/docx/document';
import type { DocxPackage } from '../../shared/readers/docx/package';
import { readDocx } from '../../shared/readers/docx/read-docx';
import { plainText } from '../../shared/interview/text';
import { manuscriptOf } from '../../shared/writers/docx/manuscript';
import { writeDocx } from '../../shared/writers/docx/write-docx';
import type { PackagePart } from '../../shared/writers/package-part';
import { DEFAULT_STYLE_NAMES } from '../../shared/writers/hand-off/styles';

/** The parts of the document of a piece, with its proposals and threads as they are. */
export function docxParts(interview: Interview): readonly PackagePart[] {
  return writeDocx({
    parts: manuscriptOf(interview, () => false).parts,
    threads: interview.threads ?? [],
    pictures: new Map(),
    names: DEFAULT_STYLE_NAMES,
    language: interview.language,
    title: plainText(interview.headline),
    author: 'Trần Hạ Miên (thực hiện)',
    made: '2026-11-20T08:00:00Z',
    footer: 'Bài thử',
    properties: { kind: 'review', content: 'c'.repeat(64) },
    tracking: 'on',
  });
}

export function packageOf(parts: readonly PackagePart[]): DocxPackage {
  const xml = new Map(
    parts.flatMap(({ path, contents }) => (typeof contents === 'string' ? [[path, contents] as const] : [])),
  );
  return { xml, paths: new Set(parts.map(({ path }) => path)) };
}

/** Reads a document whose body the test may change first; throws when it cannot be read. */
export function readBack(parts: readonly PackagePart[], edit: (xml: string) => string = (xml) => xml): DocxDocument {
  const edited = parts.map((part) =>
    part.path === 'word/document.xml' ? { ...part, contents: edit(String(part.contents)) } : part,
  );
  const read = readDocx(packageOf(edited));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}
