import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const scripts: Record<string, string> = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts;

function documents(): readonly string[] {
  const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true }).map((name) =>
    path.join('docs', String(name)),
  );
  return ['README.md', ...inDocs].filter((name) => name.endsWith('.md') && existsSync(path.join(root, name)));
}

/** What a text names in code marks: paths of ours, and npm commands. */
function named(text: string): { readonly paths: readonly string[]; readonly commands: readonly string[] } {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.trim());
  const fenced = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const paths = marked.filter((code) => /^(electron|renderer|shared|tests|docs|\.ci)\/[\w./-]+$/.test(code));
  const commands = [...marked, ...fenced].flatMap((line) =>
    [...line.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][\w:-]*)/g)].map(([, name = '']) => name),
  );
  return { paths: [...paths, ...links.map((link) => `link:${link}`)], commands };
}

const builtIn = new Set(['ci', 'install', 'pack', 'i', 'run', 'exec', 'view']);

describe('the documents', () => {
  it.each(documents())('%s names only paths that exist', (document) => {
    const { paths } = named(readFileSync(path.join(root, document), 'utf8'));
    const lost = paths.filter((each) => {
      const file = each.startsWith('link:')
        ? path.join(root, path.dirname(document), each.slice(5))
        : path.join(root, each);
      return !existsSync(file);
    });
    expect(lost).toEqual([]);
  });

  it.each(documents())('%s names only commands that exist', (document) => {
    const { commands } = named(readFileSync(path.join(root, document), 'utf8'));
    expect(commands.filter((name) => !builtIn.has(name) && scripts[name] === undefined)).toEqual([]);
  });

  it('finds what is named', () => {
    expect(named('See `shared/nowhere.ts`, [this](gone.md) and `npm run nothing`.')).toEqual({
      paths: ['shared/nowhere.ts', 'link:gone.md'],
      commands: ['nothing'],
    });
  });
});
