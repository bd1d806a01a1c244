import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hasTool } from '../../../support/outside-tools';
import { freshFolder, picture, save } from './pictures';

const folder = freshFolder();
const program = path.join(folder, 'program', 'writing.mjs');
const perl = hasTool('perl');
let file: string;

beforeEach(({ skip }) => skip(!perl || process.platform !== 'linux', 'perl and /proc are needed'));

beforeAll(async () => {
  symlinkSync(path.resolve(import.meta.dirname, '../../../../node_modules'), path.join(folder, 'node_modules'));
  file = save(folder, 'lake.jpg', await picture('jpg'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      ssr: path.join(import.meta.dirname, 'writing-process.ts'),
      outDir: path.dirname(program),
      target: 'node20',
      rollupOptions: {
        external: /^exiftool-vendored/,
        output: { format: 'es', entryFileNames: path.basename(program) },
      },
    },
    ssr: { noExternal: /^(?!exiftool-vendored)/ },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The processes that this one has started and that run now. */
function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Whether it still does something: one that nobody has waited for yet has ended all the same. */
function runs(pid: number): boolean {
  if (!existsSync(`/proc/${pid}`)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function untilItWrites(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout?.on('data', (data: Buffer) => {
      if (data.toString().includes('3\n')) resolve();
    });
    child.on('exit', () => reject(new Error(`the program ended by itself: ${errors}`)));
  });
}

it('exiftool goes when the process that writes with it is killed in the middle of a file', async () => {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  await untilItWrites(child);
  const tools = childrenOf(child.pid ?? 0);
  expect(tools.filter(runs)).toHaveLength(1);
  child.kill('SIGKILL');
  await expect.poll(() => tools.filter(runs), { timeout: 20_000 }).toEqual([]);
}, 60_000);
