import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageTemplate } from '../../shared/print/page-template';
import { SHIPPED_TEMPLATES } from '../../shared/print/templates/shipped';
import { readTemplate } from '../../shared/print/templates/template-file';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import type { CommandFailure } from './failure';

/** The template that `--page` names: one of ours by its id, or a newsroom's own by the path of its file. */
export async function findTemplate(named: string, cwd: string): Promise<Result<PageTemplate, CommandFailure>> {
  const shipped = SHIPPED_TEMPLATES.find(({ id }) => id === named);
  if (shipped) return ok(shipped);
  if (!/\.json$/i.test(named)) {
    const known = SHIPPED_TEMPLATES.map(({ id }) => id).join(', ');
    return failed({ about: named, failure: { kind: 'template-unknown', known } });
  }
  try {
    const read = readTemplate(await readFile(path.resolve(cwd, named), 'utf8'));
    return read.ok ? read : failed({ about: named, failure: read.failure });
  } catch (error) {
    return failed({ about: named, failure: deskFailure(error) });
  }
}
