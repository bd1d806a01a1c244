import { expect, it } from 'vitest';
import { branchFiles } from '../../../../electron/desk/branch-files';
import { KeptAside } from '../../../../electron/desk/kept-aside';
import { MemoryDisk } from '../faults/memory-disk';

const bytes = (text: string) => new TextEncoder().encode(text);

async function setUp(setAside: readonly { readonly name: string; readonly bytes: Uint8Array }[] = []) {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/piece');
  const aside = new KeptAside(disk.files, '/piece', () => Date.UTC(2026, 10, 26, 9), { setAside, remarks: [] });
  return { disk, aside };
}

it('keeps a snapshot that cannot be read once, with a remark; not what was set aside at opening, and nothing empty', async () => {
  const { disk, aside } = await setUp([{ name: 'interview-damaged.json', bytes: bytes('damaged') }]);
  await aside.snapshot(bytes('damaged'));
  await aside.snapshot(new Uint8Array());
  expect(disk.names('/piece')).toEqual([]);
  await aside.snapshot(bytes('strange'));
  await aside.snapshot(bytes('strange'));
  const [name = ''] = disk.names('/piece');
  expect(disk.text(`/piece/${name}`)).toBe('strange');
  expect(aside.remarks).toMatchObject([{ rule: 'changed-while-open' }]);
});

it('writes what waits once, versions into their folder', async () => {
  const { disk, aside } = await setUp([{ name: 'journal-rest.ndjson', bytes: bytes('rest') }]);
  aside.version(bytes('a version'));
  await aside.write();
  expect(disk.names('/piece')).toEqual(['journal-rest.ndjson', 'versions']);
  const [name = ''] = disk.names('/piece/versions');
  expect(disk.text(`/piece/versions/${name}`)).toBe('a version');
  disk.drop(`/piece/versions/${name}`);
  await aside.write();
  expect(disk.names('/piece/versions')).toEqual([]);
});

it('moves a journal that was taken in to a name that is no journal any more; one that has gone is no failure', async () => {
  const { disk, aside } = await setUp();
  disk.put('/piece/journal.binh.ndjson', bytes('lines'));
  await aside.putAway(branchFiles('binh'));
  await aside.putAway(branchFiles('binh'));
  const [name = ''] = disk.names('/piece');
  expect(name).toMatch(/^journal-.*-binh\.ndjson$/);
  expect(disk.text(`/piece/${name}`)).toBe('lines');
});
