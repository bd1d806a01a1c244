import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from '../electron/run/install.mjs';
import { inProject, root, say } from '../electron/run/project.mjs';

// `npm test`: everything, ending with one line `tests: N passed, N failed`. `--only types,unit` runs some stages, and
// `--only unused` the look for dead code, which judges too much by name to decide alone;
// `--only editor -- some.spec.ts` hands the rest on to that stage's runner.

const bin = (...parts) => inProject('node_modules', ...parts);
const results = inProject('test-results');

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Record<string, (rest: readonly string[]) => Promise<Count> | Count>} */
const stages = {
  types,
  lint: () => tool('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--quiet']),
  format: () => tool('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  unused: () =>
    tool('node_modules/knip/bin/knip.js', [
      '--no-progress',
      '--no-config-hints',
      '--include',
      'files,dependencies,unlisted,unresolved',
    ]),
  build: buildApp,
  unit,
  editor: (rest) => inElectron('editor', rest),
  app: (rest) => inElectron('app', rest),
};

const { wanted, rest } = readArguments(process.argv.slice(2));
/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

try {
  installPackages();
  rmSync(path.join(results, 'counts'), { recursive: true, force: true });
  mkdirSync(path.join(results, 'counts'), { recursive: true });
  for (const name of wanted) {
    say(`\n── ${name}`);
    if (broken && (name === 'editor' || name === 'app')) {
      say(`   ${name}: not run, because the build failed`);
      continue;
    }
    const begun = performance.now();
    const count = await stages[name](rest);
    if (name === 'build') broken = count.failed > 0;
    for (const key of ['passed', 'failed', 'skipped']) total[key] += count[key];
    say(
      `   ${name}: ${count.failed === 0 ? 'ok' : `${count.failed} failed`}, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  total.failed += 1;
}

process.exitCode = total.failed === 0 ? 0 : 1;
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.stdout.write(`tests: ${total.passed} passed, ${total.failed} failed${skipped}\n`);

/** @param {readonly string[]} words */
function readArguments(words) {
  const divide = words.indexOf('--');
  const options = divide < 0 ? words : words.slice(0, divide);
  const names =
    options[0] === '--only' ? (options[1] ?? '').split(',') : Object.keys(stages).filter((name) => name !== 'unused');
  const unknown = names.filter((name) => !(name in stages));
  if (unknown.length > 0 || (options.length > 0 && options[0] !== '--only')) {
    say(`usage: npm test [-- --only ${Object.keys(stages).join(',')} [-- arguments for that stage]]`);
    process.exit(2);
  }
  return { wanted: names, rest: divide < 0 ? [] : words.slice(divide + 1) };
}

/** A tool that says yes or no: yes is no test passed, no is one failure. @param {string} file @param {readonly string[]} args @returns {Count} */
function tool(file, args) {
  const run = spawnSync(process.execPath, [inProject(file), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { passed: 0, failed: run.status === 0 ? 0 : 1, skipped: 0 };
}

/** @returns {Count} */
function types() {
  const count = tool('node_modules/typescript/bin/tsc', ['-b']);
  // What tsc keeps of a room with an error goes stale: TypeScript 7.0.2 then finds faults in others that are none.
  if (count.failed > 0) rmSync(inProject('out', 'types'), { recursive: true, force: true });
  return count;
}

/** @returns {Promise<Count>} */
async function buildApp() {
  try {
    const { build } = await import('../electron/run/build.mjs');
    await build({ quiet: true });
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {readonly string[]} rest @returns {Count} */
function unit(rest) {
  const file = path.join(results, 'counts', 'unit.json');
  const args = [
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
    ...rest,
  ];
  const run = spawnSync(process.execPath, [bin('vitest', 'vitest.mjs'), ...args], {
    cwd: root,
    // The build before has said "production" for this process; React leaves its testing out of that.
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests to count, and an error outside a test fails the run alone.
  const broken = told.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  ).length;
  const failed = told.numFailedTests + broken;
  return {
    passed: told.numPassedTests,
    failed: run.status === 0 ? failed : Math.max(failed, 1),
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

/** @param {'editor' | 'app'} project @param {readonly string[]} rest @returns {Promise<Count>} */
async function inElectron(project, rest) {
  if (!readdirSync(inProject('tests', project), { recursive: true }).some((file) => String(file).endsWith('.spec.ts')))
    return { passed: 0, failed: 0, skipped: 0 };
  const { findElectron } = await import('../electron/run/runtime.mjs');
  const { ensureSystemPackages } = await import('../electron/run/system-packages.mjs');
  const { program } = await findElectron();
  const lacking = ensureSystemPackages(program, { xvfb: true });
  if (lacking !== null) throw new Error(lacking);
  const file = path.join(results, 'counts', `${project}.json`);
  const args = ['test', '-c', 'tests/playwright.config.ts', `--project=${project}`, '--reporter=list,json', ...rest];
  const env = { ...process.env, GALLEY_ELECTRON: program, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const run = spawnSync(process.execPath, [bin('@playwright', 'test', 'cli.js'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected;
  return {
    passed: stats.expected + stats.flaky,
    failed: run.status === 0 ? failed : Math.max(failed, 1),
    skipped: stats.skipped,
  };
}
