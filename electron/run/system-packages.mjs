import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot, say } from './project.mjs';

/** Debian packages that bring what Electron links to. A newer Debian has renamed some: the first that exists is taken. */
const libraries = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];
const display = [['xvfb'], ['xauth']];

/**
 * Makes sure that Electron finds its system libraries, and Xvfb when a display of its own is needed. The superuser of
 * a Debian gets what is missing; anybody else gets the command to run.
 * @param {string} electron the Electron program
 * @param {{ xvfb: boolean }} needs
 * @returns {string | null} what to tell the person when something is missing and could not be installed
 */
export function ensureSystemPackages(electron, { xvfb }) {
  if (process.platform !== 'linux') return null;
  const wanted = missing(electron, xvfb);
  if (wanted.length === 0) return null;
  if (!existsSync('/usr/bin/apt-get')) {
    return `Electron misses system libraries (${unresolved(electron).join(', ') || 'Xvfb'}); install GTK 3, NSS, ALSA, GBM and Xvfb with this system's package manager.`;
  }
  if (!isRoot)
    return `System packages are missing. Run: sudo apt-get install -y --no-install-recommends ${wanted.map(nameHere).join(' ')}`;
  return install(wanted) ? null : `apt-get could not install ${wanted.map(nameHere).join(' ')}.`;
}

/** @param {string} electron @param {boolean} xvfb @returns {string[][]} */
function missing(electron, xvfb) {
  const packages = unresolved(electron).length > 0 ? [...libraries] : [];
  if (xvfb && !onPath('Xvfb')) packages.push(...display);
  return packages;
}

/** The shared libraries that the program asks for and the system does not have. @param {string} program */
function unresolved(program) {
  const listed = spawnSync('ldd', [program], { encoding: 'utf8' });
  return (listed.stdout ?? '')
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** @param {string} command */
const onPath = (command) =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, command)));

/** @param {readonly string[]} names @returns {string} */
function nameHere(names) {
  const known = names.find((name) =>
    /^ *Candidate: (?!\(none\))/m.test(
      spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout ?? '',
    ),
  );
  return known ?? names[0];
}

/** @param {readonly string[][]} packages */
function install(packages) {
  say('Installing the system packages that Electron needs (apt-get)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const attempt = () => apt('install', '-y', '--no-install-recommends', ...packages.map(nameHere));
  // A bare machine has no package lists yet; one that has them needs no second look at the network.
  return (lists() && attempt()) || (apt('update') && attempt());
}

const lists = () =>
  nameHere(['libgbm1']) !== undefined && spawnSync('apt-cache', ['show', 'libgbm1'], { stdio: 'ignore' }).status === 0;
