import { spawnSync } from 'node:child_process';
import { installPackages } from '../electron/run/install.mjs';
import { inProject, root, say } from '../electron/run/project.mjs';

// `npm run bench`: the figures of the built app as one table. Nothing passes or fails here.
try {
  installPackages();
  const { build } = await import('../electron/run/build.mjs');
  const { findElectron } = await import('../electron/run/runtime.mjs');
  const { ensureSystemPackages } = await import('../electron/run/system-packages.mjs');
  await build({ quiet: true });
  const { program } = await findElectron();
  const lacking = ensureSystemPackages(program, { xvfb: true });
  if (lacking !== null) throw new Error(lacking);
  const args = ['test', '-c', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)];
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
