import type { Result } from '../../result';
import { failed, ok } from '../../result';
import type { ReadFailure } from '../reader';
import type { Element } from './parse-xml';
import { childrenOf, parseXml } from './parse-xml';

/** The unpacked parts of a .docx: those of XML as text, by their path. Pictures are told by their paths alone. */
export interface DocxPackage {
  readonly xml: ReadonlyMap<string, string>;
  readonly paths: ReadonlySet<string>;
}

export interface Relationship {
  readonly id: string;
  /** The last part of its address: image, hyperlink, comments … */
  readonly type: string;
  /** A path in the package, or an address outside, which is never followed. */
  readonly target: string;
  readonly outside: boolean;
}

/** The root of a part, null when the package has none; a broken part is a failure that names it. */
export function rootOf({ xml }: DocxPackage, path: string): Result<Element | null, ReadFailure> {
  const source = xml.get(path);
  if (source === undefined) return ok(null);
  const parsed = parseXml(source);
  if (parsed.ok) return parsed;
  return failed({ kind: 'docx-damaged', part: path, detail: parsed.failure.kind });
}

/** What a part points to, by id. */
export function relationshipsOf(
  docx: DocxPackage,
  path: string,
): Result<ReadonlyMap<string, Relationship>, ReadFailure> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const root = rootOf(docx, `${folder}_rels/${path.slice(slash + 1)}.rels`);
  if (!root.ok) return root;
  const found = new Map<string, Relationship>();
  for (const element of root.value ? childrenOf(root.value) : []) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => element.getAttribute(name) ?? '');
    const outside = element.getAttribute('TargetMode') === 'External';
    if (id)
      found.set(id, {
        id,
        type: type?.split('/').at(-1) ?? '',
        target: outside ? (target ?? '') : resolved(folder, target ?? ''),
        outside,
      });
  }
  return ok(found);
}

/** The path of the first part of this type, '' when there is none. */
export function pathOf(relations: ReadonlyMap<string, Relationship>, type: string): string {
  return [...relations.values()].find((relation) => relation.type === type && !relation.outside)?.target ?? '';
}

/** A path relative to a folder of the package, never above its root. */
function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
