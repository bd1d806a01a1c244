import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, isRoot, root, say } from './project.mjs';

const nobody = 65534;
/** Where the superuser's app keeps settings and pieces: it lasts, and the user that Electron runs as owns it. */
const homeOfRoot = '/var/tmp/galley-home';

/**
 * Starts the built app on the present display.
 * @param {string} electron the Electron program @param {readonly string[]} args for the app
 */
export function openApp(electron, args) {
  const asNobody = isRoot && process.platform === 'linux';
  if (asNobody) {
    mkdirSync(homeOfRoot, { recursive: true });
    chownSync(homeOfRoot, nobody, nobody);
    chmodSync(homeOfRoot, 0o700);
    say(
      `Started by the superuser: Electron runs as "nobody", because its sandbox stays on; pieces are kept in ${homeOfRoot}.`,
    );
  }
  const program = asNobody ? inProject('electron', 'run', 'electron-nonroot.sh') : electron;
  const env = {
    ...process.env,
    ...(asNobody && { GALLEY_ROOT: root, GALLEY_ELECTRON: electron, GALLEY_HOME: homeOfRoot }),
  };
  return spawn(program, [root, ...args], { cwd: asNobody ? homeOfRoot : root, env, stdio: 'inherit' });
}

/** True when a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  if ((process.env.WAYLAND_DISPLAY ?? '') !== '') return true;
  const display = process.env.DISPLAY ?? '';
  const local = /^:(\d+)/.exec(display);
  // A shell may carry the number of a display that has gone.
  return local === null ? display !== '' : existsSync(path.join('/tmp/.X11-unix', `X${local[1]}`));
}
