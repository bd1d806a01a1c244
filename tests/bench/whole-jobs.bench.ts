import { test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { milliseconds, report } from './rows';

const cli = path.resolve(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
const ROUNDS = 4;

/** The whole process from the command line: Node, readers, press, pictures, files. */
function wholeRun(formats: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-bench-'));
  const began = performance.now();
  const run = spawnSync(process.execPath, [cli, 'export', '--sample', '--to', formats, '--out', folder], {
    encoding: 'utf8',
  });
  const took = performance.now() - began;
  rmSync(folder, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(run.stderr);
  return took;
}

for (const formats of ['web', 'pdf', 'web,pdf']) {
  test(`sample to ${formats} from the command line`, () => {
    const [cold = Number.NaN, ...rest] = Array.from({ length: ROUNDS }, () => wholeRun(formats));
    report({ what: `sample → ${formats}, command line, first run`, ours: milliseconds([cold]) });
    report({ what: `sample → ${formats}, command line, later runs`, ours: milliseconds(rest) });
  });
}
