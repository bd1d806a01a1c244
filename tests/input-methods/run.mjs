/*
 * Types Vietnamese into the built app through real input methods, key by key over X11. Not part of `npm test`: it needs
 *   apt-get install xvfb xauth dbus dbus-x11 openbox xdotool x11-xkb-utils
 *   apt-get install ibus ibus-unikey ibus-gtk3                 for ibus
 *   apt-get install fcitx5 fcitx5-bamboo fcitx5-frontend-gtk3  for fcitx5
 * and takes about ten minutes: node tests/input-methods/run.mjs [ibus|fcitx5 [suggest.spec]]
 */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const nobody = 65534;
const asRoot = process.getuid?.() === 0;
/** What is started, the file of its Vietnamese engine, and the package that brings that. */
const METHODS = {
  ibus: { daemon: 'ibus-daemon', engine: '/usr/share/ibus/component/unikey.xml', from: 'ibus-unikey' },
  fcitx5: { daemon: 'fcitx5', engine: '/usr/share/fcitx5/inputmethod/bamboo.conf', from: 'fcitx5-bamboo' },
};
const [only, ...files] = process.argv.slice(2);

const missing = ['xvfb-run', 'dbus-run-session', 'openbox', 'xdotool'].filter(
  (program) => spawnSync('which', [program]).status !== 0,
);
if (missing.length) {
  console.error(`Missing: ${missing.join(', ')}. The comment in tests/input-methods/run.mjs names the packages.`);
  process.exit(1);
}

// The daemons, the session bus and Electron must belong to one user, and Electron refuses the superuser.
const drop = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs', '--'];
const electron =
  process.env.GALLEY_ELECTRON ??
  spawnSync(process.execPath, [path.join(root, 'electron', 'run', 'runtime.mjs')], { encoding: 'utf8' }).stdout.trim();

let failed = 0;
for (const [method, { daemon, engine, from }] of Object.entries(METHODS)) {
  if ((only ?? method) !== method) continue;
  if (spawnSync('which', [daemon]).status !== 0 || !existsSync(engine)) {
    console.log(`skipped: ${method}: ${from} is not installed, so nothing was typed through it`);
    continue;
  }
  const home = mkdtempSync('/tmp/galley-ime-');
  if (asRoot) chownSync(home, nobody, nobody);
  const env = {
    ...process.env,
    HOME: home,
    TMPDIR: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_RUNTIME_DIR: home,
    GALLEY_ELECTRON: electron,
    GALLEY_OWN_DISPLAY: '1',
    GALLEY_INPUT_METHOD: method,
  };
  delete env.XAUTHORITY;
  const session = [
    'xvfb-run',
    '-a',
    '-s',
    '-screen 0 1600x1000x24',
    'dbus-run-session',
    '--',
    'sh',
    path.join(here, 'session.sh'),
    ...files,
  ];
  const [program = '', ...words] = asRoot ? [...drop, ...session] : session;
  const { status } = spawnSync(program, words, { cwd: root, env, stdio: 'inherit', timeout: 600_000 });
  if (status !== 0) failed += 1;
  rmSync(home, { recursive: true, force: true });
}
process.exit(failed);
