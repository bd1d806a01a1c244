import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
);
const manifest: { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('the packages', () => {
  it('hold one Lexical, of one version', () => {
    const all = Object.entries(lock.packages).filter(([folder]) =>
      /(^|\/)node_modules\/(lexical|@lexical\/[^/]+)$/.test(folder),
    );
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(([, { version }]) => version !== '0.52.0').map(([folder]) => folder)).toEqual([]);
    expect(all.filter(([folder]) => folder.lastIndexOf('node_modules/') > 0).map(([folder]) => folder)).toEqual([]);
  });

  it('are pinned to exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked without the address of any registry', () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([folder]) => folder)).toEqual([]);
  });

  it('are all in the lockfile, for every system', () => {
    const run = spawnSync('npm', ['ci', '--dry-run', '--offline', '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(run.stderr).not.toMatch(/Missing:|EUSAGE/);
  });
});

/** Files that git knows or would take. */
function ourFiles(): readonly string[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.status === 0
    ? listed.stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)))
    : [];
}

describe('what is ours', () => {
  const text = ourFiles().filter((file) => /\.(ts|tsx|mjs|js|cjs|json|md|html|css|yml|sh|txt)$|\/run$|^\./.test(file));

  // Without git (a copy of the files only) nobody can say which files are ours.
  it.skipIf(text.length === 0)('names no folder or host of this machine', () => {
    // A project folder such as /app would match half the world.
    const own = [root, userInfo().homedir, hostname()].filter((name) => name.length > 6);
    const guilty = text.filter((file) => {
      const content = readFileSync(path.join(root, file), 'utf8');
      return own.some((name) => content.includes(name));
    });
    expect(guilty).toEqual([]);
  });

  it.skipIf(text.length === 0)('names no registry but the public one', () => {
    const guilty = text
      .filter((file) => file !== path.join('tests', 'unit', 'guards', 'packages.test.ts'))
      .filter((file) =>
        /https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(?:registry|npm|artifactory|nexus|verdaccio)[\w.-]*[:/]/i.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
      );
    expect(guilty).toEqual([]);
  });
});
