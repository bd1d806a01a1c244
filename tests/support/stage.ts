import { execFileSync, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * Before the first test: a display of its own (focus and clipboard then belong to the tests alone), the Electron
 * program, and whether Chromium's sandbox can work here. Playwright hands the environment on to its workers.
 */
export default async function stage(): Promise<() => void> {
  process.env['GALLEY_ELECTRON'] ??= execFileSync(
    process.execPath,
    [path.join(root, 'electron', 'run', 'runtime.mjs')],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  ).trim();
  process.env['GALLEY_SANDBOX'] = namespacesWork() ? 'on' : 'off';
  if (process.platform !== 'linux' || process.env['GALLEY_OWN_DISPLAY'] === '1') return () => undefined;
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    xvfb.once('error', (error) =>
      reject(new Error(`Xvfb does not start (${error.message}); npm test names the packages.`)),
    );
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    (xvfb.stdio[3] as Readable).once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  process.env['DISPLAY'] = display;
  delete process.env['XAUTHORITY'];
  delete process.env['WAYLAND_DISPLAY'];
  return () => void xvfb.kill();
}

/** Some containers forbid user namespaces; the sandbox needs them. */
function namespacesWork(): boolean {
  if (process.platform !== 'linux') return true;
  const probe = ['unshare', '-U', 'true'];
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs', '--', ...probe];
  const [command = '', ...args] = process.getuid?.() === 0 ? asNobody : probe;
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
