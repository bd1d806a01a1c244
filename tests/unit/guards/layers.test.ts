import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** One file that breaks a rule, and a file in its room that may import the very same. */
interface Breach {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  readonly allowedIn?: string;
}

const importing = (module: string): string => `import * as it from '${module}';\nexport const kept = it;\n`;

const breaches: readonly Breach[] = [
  {
    what: 'shared/ importing Node',
    file: 'shared/text/x.ts',
    code: importing('node:fs'),
    allowedIn: 'electron/desk/x.ts',
  },
  { what: 'shared/ importing Node without its prefix', file: 'shared/text/x.ts', code: importing('path') },
  {
    what: 'shared/ importing Electron',
    file: 'shared/ipc/x.ts',
    code: importing('electron'),
    allowedIn: 'electron/ipc/x.ts',
  },
  { what: 'shared/ importing React', file: 'shared/x.ts', code: importing('react'), allowedIn: 'renderer/ui/x.ts' },
  { what: 'shared/ importing Lexical', file: 'shared/x.ts', code: importing('lexical') },
  { what: 'shared/ importing electron/', file: 'shared/text/x.ts', code: importing('../../electron/desk/desk') },
  { what: 'shared/ importing renderer/', file: 'shared/text/x.ts', code: importing('../../renderer/editor/contract') },
  { what: 'shared/ writing to the console', file: 'shared/x.ts', code: `console.log('x');\nexport {};\n` },
  ...['press', 'exports', 'photos', 'desk'].map((room) => ({
    what: `electron/${room} importing Electron`,
    file: `electron/${room}/x.ts`,
    code: importing('electron'),
    allowedIn: `electron/${room}/x-host.ts`,
  })),
  {
    what: 'the command line importing Electron',
    file: 'electron/cli.ts',
    code: importing('electron'),
    allowedIn: 'electron/main.ts',
  },
  {
    what: 'the press importing the log',
    file: 'electron/press/x.ts',
    code: importing('electron-log'),
    allowedIn: 'electron/log.ts',
  },
  { what: 'electron/ importing renderer/', file: 'electron/ipc/x.ts', code: importing('../../renderer/app/x') },
  { what: 'electron/ importing React', file: 'electron/menu/x.ts', code: importing('react') },
  { what: 'electron/ importing Lexical', file: 'electron/desk/x.ts', code: importing('@lexical/rich-text') },
  { what: 'renderer/ importing Electron', file: 'renderer/app/x.ts', code: importing('electron') },
  { what: 'renderer/ importing Node', file: 'renderer/app/x.ts', code: importing('node:fs') },
  { what: 'renderer/ importing electron/', file: 'renderer/app/x.ts', code: importing('../../electron/desk/desk') },
  {
    what: 'Lexical outside renderer/editor',
    file: 'renderer/app/x.ts',
    code: importing('lexical'),
    allowedIn: 'renderer/editor/x.ts',
  },
  {
    what: '@lexical outside renderer/editor',
    file: 'renderer/ui/x.ts',
    code: importing('@lexical/list'),
    allowedIn: 'renderer/editor/nodes/x.ts',
  },
  {
    what: 'renderer/editor importing electron/',
    file: 'renderer/editor/x.ts',
    code: importing('../../electron/desk/desk'),
  },
  { what: 'a default export', file: 'shared/x.ts', code: `export default 1;\n` },
  { what: 'any', file: 'shared/x.ts', code: `export const x = (y: any): unknown => y;\n` },
];

/** A small project with the real configurations: the work tree itself is never written to. */
let project = '';

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'galley-layers-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    cpSync(path.join(root, file), path.join(project, file));
  for (const room of ['shared', 'electron', 'renderer', 'tests']) {
    mkdirSync(path.join(project, room));
    cpSync(path.join(root, room, 'tsconfig.json'), path.join(project, room, 'tsconfig.json'));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'dir');
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

function write(file: string, code: string): void {
  const full = path.join(project, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, code);
}

function withFiles<T>(files: Readonly<Record<string, string>>, look: () => T): T {
  for (const [file, code] of Object.entries(files)) write(file, code);
  try {
    return look();
  } finally {
    for (const file of Object.keys(files)) rmSync(path.join(project, file), { force: true });
  }
}

/** What lint says, by rule; an empty list when it is content. */
function lint(...options: readonly string[]): string {
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = spawnSync(process.execPath, [oxlint, ...options], { cwd: project, encoding: 'utf8' });
  return run.status === 0 ? '' : run.stdout + run.stderr;
}

function compile(room: string): string {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(
    process.execPath,
    [tsc, '-p', room, '--noEmit', '--composite', 'false', '--emitDeclarationOnly', 'false', '--incremental', 'false'],
    { cwd: project, encoding: 'utf8' },
  );
  return run.status === 0 ? '' : run.stdout;
}

describe('the layers, seen to fail when broken', () => {
  it.each(breaches)('lint refuses $what', ({ file, code }) => {
    expect(withFiles({ [file]: code }, lint)).toMatch(
      /no-restricted-imports|no-console|no-default-export|no-explicit-any/,
    );
  });

  it.each(breaches.filter((breach) => breach.allowedIn !== undefined))(
    'lint allows in $allowedIn what it refuses in $file',
    ({ code, allowedIn }) => {
      expect(withFiles({ [allowedIn ?? '']: code }, lint)).toBe('');
    },
  );

  it('lint refuses a circle of imports', () => {
    const circle = {
      'shared/a.ts': `import { b } from './b';\nexport const a = (): unknown => b;\n`,
      'shared/b.ts': `import { a } from './a';\nexport const b = (): unknown => a;\n`,
    };
    expect(withFiles(circle, lint)).toContain('no-cycle');
  });

  it('lint refuses a promise that nobody waits for', () => {
    const code = `const later = async (): Promise<void> => { await Promise.resolve(); };\nexport function now(): void { later(); }\n`;
    expect(withFiles({ 'shared/x.ts': code }, () => lint('--type-aware'))).toContain('no-floating-promises');
  });

  it.each([
    ['the page', `export const width = window.innerWidth;\n`],
    ['Node', `export const folder = process.cwd();\n`],
    ['URL, which the language itself does not have', `export const link = new URL('https://example.org');\n`],
  ])('types refuse %s in shared/', (_, code) => {
    expect(withFiles({ 'shared/x.ts': code }, () => compile('shared'))).toMatch(/error TS\d+: Cannot find name/);
  });

  it('types refuse the page in electron/', () => {
    expect(
      withFiles({ 'electron/x.ts': `export const title = document.title;\n` }, () => compile('electron')),
    ).toContain('error TS');
  });

  it('types refuse Node in renderer/', () => {
    const code = `export const folder = process.cwd();\n`;
    expect(withFiles({ 'renderer/x.ts': code }, () => compile('renderer'))).toContain('error TS');
  });
});

/** Every chunk that a built entry reaches. */
function reached(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(entry, 'utf8');
  // Only built chunks: comments of bundled packages name modules of their own (`import('./types/index')`).
  for (const [, chunk = ''] of code.matchAll(/(?:from|import)\s*\(?\s*["'](\.\/[^"']+\.c?js)["']/g)) {
    reached(path.join(path.dirname(entry), chunk), seen);
  }
  return seen;
}

const namesElectron = /(?:from|import|require)\s*\(?\s*["']electron["'/]/;

describe('what runs without Electron', () => {
  it.each(['cli', 'press', 'pictures', 'documents'])('nothing that out/main/%s.js loads names Electron', (entry) => {
    const file = path.join(root, 'out', 'main', `${entry}.js`);
    const source = {
      cli: 'electron/cli.ts',
      press: 'electron/press/worker.ts',
      pictures: 'electron/press/picture-worker.ts',
      documents: 'electron/docx/document-worker.ts',
    }[entry];
    if (!existsSync(path.join(root, source ?? ''))) return;
    expect(existsSync(file), 'npm test builds before the unit tests; alone: npm run build').toBe(true);
    const guilty = [...reached(file)].filter((chunk) => namesElectron.test(readFileSync(chunk, 'utf8')));
    expect(guilty.map((chunk) => path.basename(chunk))).toEqual([]);
  });

  it('the look for Electron finds it in main', () => {
    const file = path.join(root, 'out', 'main', 'main.js');
    expect([...reached(file)].some((chunk) => namesElectron.test(readFileSync(chunk, 'utf8')))).toBe(true);
  });
});
