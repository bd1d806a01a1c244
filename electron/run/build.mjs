import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

const configFile = inProject('electron', 'build', 'vite.config.ts');
const lock = inProject('out', '.building');
/** A build takes seconds; a lock older than this (ms) was left by a process that died. */
const staleLock = 120_000;

/**
 * Builds the app into out/.
 * @param {{ only?: 'main', quiet?: boolean }} [options] `main` leaves out the window: enough for the command line.
 */
export async function build({ only, quiet = false } = {}) {
  // Vite's advice about its own future configuration loader is nothing that the person at the prompt can act on.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const { createBuilder } = await import('vite');
  const begun = new Date();
  const builder = await createBuilder({ configFile, logLevel: quiet ? 'error' : 'warn' }, null);
  if (only === undefined) await builder.buildApp();
  else await builder.build(builder.environments[only]);
  // Sources saved while the build ran are newer than what it read.
  const cli = inProject('out', 'main', 'cli.js');
  if (existsSync(cli)) utimesSync(cli, begun, begun);
}

/** Builds the command line when it is missing or older than a source. Two callers at once build once. */
export async function buildCliWhenStale() {
  if (!isStale()) return;
  await whileLocked(async () => {
    if (isStale()) await build({ only: 'main', quiet: true });
  });
}

function isStale() {
  const cli = inProject('out', 'main', 'cli.js');
  const files = [cli, inProject('out', 'main', 'press.js'), inProject('out', 'press', 'typst.wasm')];
  if (!files.every((file) => existsSync(file))) return true;
  const built = statSync(cli).mtimeMs;
  return (
    newest(inProject('shared')) > built ||
    newest(inProject('electron')) > built ||
    newest(inProject('package-lock.json')) > built
  );
}

/** The youngest change (ms since 1970) of a file or of anything in a folder. @param {string} entry @returns {number} */
function newest(entry) {
  const status = statSync(entry);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(entry).reduce(
    (youngest, name) => Math.max(youngest, newest(path.join(entry, name))),
    status.mtimeMs,
  );
}

/** @param {() => Promise<void>} work */
async function whileLocked(work) {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (lockAge() > staleLock) rmSync(lock, { recursive: true, force: true });
      await sleep(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function lockAge() {
  try {
    return Date.now() - statSync(lock).mtimeMs;
  } catch {
    return 0; // Released between two looks.
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await whileLocked(() => build({ quiet: process.argv.includes('--quiet') }));
}
