import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { plainText } from '../../../../shared/interview/text';
import { Clock, must, START } from '../desk/desk-story';

const KILLS = 20;

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'galley-kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      ssr: path.join(import.meta.dirname, 'typing-process.ts'),
      outDir: path.join(folder, 'program'),
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'typing.mjs' } },
    },
    ssr: { noExternal: true },
  });
  program = path.join(folder, 'program', 'typing.mjs');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets the program type until it has acknowledged so many changes, kills it, and gives the last one it acknowledged. */
function typeAndKill(root: string, piece: string, enough: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, root, piece], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      // A moment of its own each time, so that the blow falls between any two steps.
      if (said.split('\n').length > enough) setTimeout(() => child.kill('SIGKILL'), Math.random() * 5);
    });
    child.on('exit', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the program ended by itself: ${errors}`));
      else resolve(Number(said.split('\n').at(-2)));
    });
  });
}

it('keeps every acknowledged change when the process is killed in mid-typing', { timeout: 120_000 }, async () => {
  const root = path.join(folder, 'desk');
  const piece = must(await new FolderDesk(root).create(START));
  for (let kill = 0; kill < KILLS; kill++) {
    const acknowledged = await typeAndKill(root, piece, 3 + (kill % 9));
    // With a clock that stands still: this desk must not write while the next program types.
    const opened = must(await new FolderDesk(root, new Clock().tools).open(piece));
    const answer = opened.interview.body.find(({ id }) => id === 'b2');
    const held = answer?.kind === 'answer' ? Number(plainText(answer.text)) : -1;
    expect(held).toBeGreaterThanOrEqual(acknowledged);
    expect(opened.seq).toBeGreaterThanOrEqual(acknowledged);
  }
});
