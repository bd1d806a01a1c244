import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

test('schemas are made with the zod that writes no code of its own', () => {
  const files = ['shared', 'electron', 'renderer'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
  );
  expect(files.length).toBeGreaterThan(100);
  const past = files.filter((file) =>
    /^import (?!type).* from 'zod'/m.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(past).toEqual(['shared/zod.ts']);
});
