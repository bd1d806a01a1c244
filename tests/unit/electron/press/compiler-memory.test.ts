import { expect, test } from 'vitest';
import { compilerMemory } from '../../../../electron/press/compiler-memory';
import { findPressResources } from '../../../../electron/press/resources';
import { createTypst } from '../../../../electron/press/typst';

const MEGABYTE = 1024 * 1024;

test('the memory for a long source is there before the compile, and is used again by the next', async () => {
  const typst = await createTypst(await findPressResources());
  const memory = await compilerMemory();
  const before = typst.memory();
  memory.reserve(400_000);
  const reserved = typst.memory();
  expect(reserved - before).toBeGreaterThan(40 * MEGABYTE);
  memory.reserve(400_000);
  expect(typst.memory()).toBe(reserved);
  expect(await typst.pdf({ source: '#lorem(2000)', files: {} })).toMatchObject({ ok: true });
  expect(typst.memory()).toBe(reserved);
});

test('a source beyond all measure reserves a gigabyte and no more', async () => {
  const typst = await createTypst(await findPressResources());
  const memory = await compilerMemory();
  const before = typst.memory();
  memory.reserve(1e9);
  expect(typst.memory() - before).toBeLessThan(1100 * MEGABYTE);
  expect(await typst.pdf({ source: 'Chào', files: {} })).toMatchObject({ ok: true });
});

test('a compiler that broke off a job is to be let go, one that found a fault in the source is not', async () => {
  const typst = await createTypst(await findPressResources());
  expect(await typst.pdf({ source: '#let', files: {} })).toMatchObject({ ok: false });
  expect(typst.memory()).toBeLessThan(2048 * MEGABYTE);
  expect(await typst.pdf({ source: '', files: { '/photo-1.jpg': '/no/such/photo.jpg' } })).toMatchObject({ ok: false });
  expect(typst.memory()).toBe(Infinity);
});
