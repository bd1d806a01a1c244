import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import type { Result } from '../../result';
import { failed, ok } from '../../result';
import type { ReadFailure } from '../reader';
import type { DocxComment, DocxDocument } from './document';
import { customPropertiesOf } from './custom-properties';
import type { DocxPackage } from './package';
import { pathOf, relationshipsOf, rootOf } from './package';
import { childOf, childrenOf, nameOf, valueOf } from './parse-xml';
import type { Element } from './parse-xml';
import { readBody } from './read-body';
import { readNumbering, readStyles } from './styles';

/** Reads a .docx by whomever: paragraphs with tracked changes, comments, pictures by their path. Nothing outside is followed. */
export function readDocx(docx: DocxPackage): Result<DocxDocument, ReadFailure> {
  const top = relationshipsOf(docx, '');
  if (!top.ok) return top;
  const main = [...top.value.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const document = rootOf(docx, main);
  if (!document.ok) return document;
  const body = document.value && childOf(document.value, 'w:body');
  if (!body) return failed({ kind: 'not-ours' });

  const relations = relationshipsOf(docx, main);
  if (!relations.ok) return relations;
  const roots: { [type: string]: Element | null } = {};
  for (const type of ['styles', 'numbering', 'comments', 'commentsExtended', 'footnotes', 'endnotes']) {
    const root = rootOf(docx, pathOf(relations.value, type));
    if (!root.ok) return root;
    roots[type] = root.value;
  }
  const core = rootOf(docx, pathOf(top.value, 'core-properties'));
  const custom = customPropertiesOf(docx, top.value);
  if (!core.ok) return core;
  if (!custom.ok) return custom;

  const facts = coreFacts(core.value);
  const notes = new Map([...notesIn(roots['footnotes'], 'footnote'), ...notesIn(roots['endnotes'], 'endnote')]);
  const read = readBody(body, {
    styles: readStyles(roots['styles'] ?? null),
    numbering: readNumbering(roots['numbering'] ?? null),
    relations: relations.value,
    notes,
    fallback: { by: facts.savedBy || '?', at: facts.savedAt },
  });
  const macros = [...docx.paths].some((path) => /vbaProject|\.bin$/i.test(path) && /vba|macro/i.test(path));
  const remarks: readonly Remark[] = [...(macros ? [note('docx-macros')] : []), ...read.remarks];
  return ok({
    ...facts,
    paragraphs: read.paragraphs,
    comments: commentsIn(roots['comments'] ?? null, roots['commentsExtended'] ?? null, facts),
    properties: custom.value,
    remarks,
  });
}

function coreFacts(root: Element | null): Pick<DocxDocument, 'title' | 'savedBy' | 'savedAt' | 'language'> {
  const text = (local: string) =>
    (root ? childrenOf(root) : [])
      .find((child) => child.localName === local)
      ?.textContent?.normalize('NFC')
      .trim() ?? '';
  const savedAt = Date.parse(text('modified') || text('created'));
  return {
    title: text('title'),
    savedBy: text('lastModifiedBy').slice(0, 200),
    savedAt: Number.isFinite(savedAt) && savedAt > 0 ? savedAt : 0,
    language: text('language'),
  };
}

/** Notes by kind and number, without those that Word keeps for its lines. */
function notesIn(
  root: Element | null | undefined,
  kind: 'footnote' | 'endnote',
): readonly (readonly [string, string])[] {
  return (root ? childrenOf(root) : []).map((child) => [`${kind} ${valueOf(child, 'id')}`, textOf(child)] as const);
}

function textOf(element: Element): string {
  const lines = childrenOf(element)
    .filter((child) => nameOf(child) === 'w:p')
    .map((paragraph) => paragraph.textContent ?? '');
  return lines.join('\n').normalize('NFC').trim();
}

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

function commentsIn(
  root: Element | null,
  extended: Element | null,
  facts: Pick<DocxDocument, 'savedBy' | 'savedAt'>,
): readonly DocxComment[] {
  const more = new Map<string, { readonly parent: string; readonly done: boolean }>();
  for (const child of extended ? childrenOf(extended) : []) {
    const of = (name: string) => child.getAttributeNS(W15, name) ?? '';
    more.set(of('paraId'), { parent: of('paraIdParent'), done: of('done') === '1' || of('done') === 'true' });
  }
  const byParagraph = new Map<string, string>();
  const read = (root ? childrenOf(root) : []).flatMap((element) => {
    if (nameOf(element) !== 'w:comment') return [];
    const id = valueOf(element, 'id');
    const paraIds = childrenOf(element).map((paragraph) => paragraph.getAttributeNS(W14, 'paraId') ?? '');
    for (const paraId of paraIds) if (paraId !== '') byParagraph.set(paraId, id);
    const facing = paraIds.map((paraId) => more.get(paraId)).find((each) => each !== undefined);
    const at = Date.parse(valueOf(element, 'date'));
    return [
      {
        id,
        by: valueOf(element, 'author').normalize('NFC').trim().slice(0, 200) || facts.savedBy || '?',
        at: Number.isFinite(at) && at >= 0 ? at : facts.savedAt,
        text: textOf(element).slice(0, 20_000),
        parentParagraph: facing?.parent ?? '',
        done: facing?.done ?? false,
      },
    ];
  });
  return read.map(({ parentParagraph, ...comment }) => {
    const parent = byParagraph.get(parentParagraph);
    return parent === undefined || parent === comment.id ? comment : { ...comment, parent };
  });
}
