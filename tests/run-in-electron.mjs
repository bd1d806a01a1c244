import { spawnSync } from 'node:child_process';
import { installPackages } from '../electron/run/install.mjs';
import { inProject, root, say } from '../electron/run/project.mjs';

// `npm run bench` prints the figures of the built app as one table; `npm run screenshots` makes the pictures of the README and
// of every screen. Nothing passes or fails in either.
const [folder = 'bench', ...rest] = process.argv.slice(2);
try {
  installPackages();
  const { build } = await import('../electron/run/build.mjs');
  const { findElectron } = await import('../electron/run/runtime.mjs');
  const { ensureSystemPackages } = await import('../electron/run/system-packages.mjs');
  await build({ quiet: true });
  const { program } = await findElectron();
  const lacking = ensureSystemPackages(program, { xvfb: true });
  if (lacking !== null) throw new Error(lacking);
  const args = ['test', '-c', `tests/${folder}/playwright.config.ts`, ...rest];
  const run = spawnSync(process.execPath, [inProject('node_modules', '@playwright', 'test', 'cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, GALLEY_ELECTRON: program },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exitCode = run.status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
