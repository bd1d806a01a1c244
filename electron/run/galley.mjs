import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildCliWhenStale } from './build.mjs';
import { inProject, say } from './project.mjs';

// `npm run --silent galley -- …`: the command line, built on first use. npm moves into the project's folder, so the
// folder where the person stands comes from npm.
try {
  await buildCliWhenStale();
  if (!existsSync(inProject('out', 'main', 'cli.js'))) throw new Error('The command line could not be built.');
  const run = spawnSync(process.execPath, [inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
