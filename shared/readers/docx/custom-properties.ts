import type { Result } from '../../result';
import { ok } from '../../result';
import type { ReadFailure } from '../reader';
import type { DocxPackage, Relationship } from './package';
import { pathOf, rootOf } from './package';
import { childrenOf } from './parse-xml';

/** The custom properties of a document by name, whoever wrote them. `top` is what the package itself points to. */
export function customPropertiesOf(
  docx: DocxPackage,
  top: ReadonlyMap<string, Relationship>,
): Result<ReadonlyMap<string, string>, ReadFailure> {
  const root = rootOf(docx, pathOf(top, 'custom-properties'));
  if (!root.ok) return root;
  const properties = (root.value ? childrenOf(root.value) : []).map(
    (child) => [child.getAttribute('name') ?? '', (child.textContent ?? '').trim()] as const,
  );
  return ok(new Map(properties.filter(([name]) => name !== '')));
}
