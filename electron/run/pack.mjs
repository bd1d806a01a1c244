import { spawnSync } from 'node:child_process';
import { installPackages } from './install.mjs';
import { inProject, root, say } from './project.mjs';

// `npm run pack`: an unpacked Linux package in dist/. Only the declared Electron is packaged, never the stand-in.
try {
  installPackages();
  const { build } = await import('./build.mjs');
  const { findElectron } = await import('./runtime.mjs');
  const { program, standIn } = await findElectron();
  if (standIn)
    throw new Error(
      'npm run pack needs the declared Electron; the stand-in for development is never packaged (docs/decisions/0003-runtime-for-development.md).',
    );
  say(`Packaging with ${program}`);
  await build({ quiet: true });
  const run = spawnSync(
    process.execPath,
    [inProject('node_modules', 'electron-builder', 'cli.js'), '--linux', 'dir', '--publish', 'never'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  process.exitCode = run.status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
