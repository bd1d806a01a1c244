import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from './install.mjs';
import { hasDisplay, openApp } from './open-app.mjs';
import { inProject, say } from './project.mjs';

// `npm start` on a fresh clone: packages, build, runtime, the app on the sample interview. Without a display the same
// job is done by the command line.
try {
  installPackages();
  const { build } = await import('./build.mjs');
  say('Building…');
  await build({ quiet: true });
  process.exitCode = hasDisplay() ? await show() : exportSample();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** @returns {Promise<number>} */
async function show() {
  const { findElectron } = await import('./runtime.mjs');
  const { ensureSystemPackages } = await import('./system-packages.mjs');
  const { program } = await findElectron();
  const lacking = ensureSystemPackages(program, { xvfb: false });
  if (lacking !== null) throw new Error(lacking);
  const app = openApp(program, ['--sample', ...process.argv.slice(2)]);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill(signal));
  return await new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @returns {number} */
function exportSample() {
  const folder = inProject('out', 'sample');
  say('There is no display here, so no window is opened; exporting the sample interview instead.');
  rmSync(folder, { recursive: true, force: true });
  const run = spawnSync(
    process.execPath,
    [inProject('out', 'main', 'cli.js'), 'export', '--sample', '--to', 'web,pdf', '--out', folder],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (run.status !== 0) return run.status ?? 1;
  for (const file of filesIn(folder))
    process.stdout.write(`${path.relative(process.cwd(), file)}  ${statSync(file).size} bytes\n`);
  return 0;
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
}
