import { spawnSync } from 'node:child_process';

/**
 * Whether a program that only the tests use is on this machine. When it is not, the tests that need it are skipped
 * with a line that says so: nothing of them ships with the product.
 */
export function hasTool(name: string): boolean {
  const found = spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!found) process.stderr.write(`skipped: ${name} is not installed, so its checks were not made\n`);
  return found;
}

/** What a program printed; throws with its words when it was not content. */
export function runTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const run = spawnSync(name, args, { encoding: 'utf8', env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr || run.stdout || String(run.error)}`);
  return run.stdout;
}
