import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, root, say } from './project.mjs';

/** Says which lockfile node_modules was installed from. */
const stamp = inProject('node_modules', '.galley-lock');

/** Installs the packages of the lockfile when they are missing or older than it. */
export function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // npm's own record tells whether somebody ran `npm ci` by hand; its content must then match the lockfile.
  if (!installedByHand()) {
    say('Installing the packages of the lockfile (npm ci)…');
    const run = spawnSync('npm', ['ci', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (run.status !== 0) throw new Error('The packages could not be installed; npm says why above.');
  }
  mkdirSync(inProject('node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** True when every package that the lockfile asks for on this machine is there in its version. */
function installedByHand() {
  const hidden = inProject('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([folder, entry]) => folder === '' || entry.optional === true || there[folder]?.version === entry.version,
  );
}
