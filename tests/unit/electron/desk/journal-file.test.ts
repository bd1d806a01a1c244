import { expect, it } from 'vitest';
import { JournalFile } from '../../../../electron/desk/journal-file';
import { MemoryDisk, systemError } from '../faults/memory-disk';

const PATH = '/piece/journal.ndjson';

async function setUp() {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/piece');
  const journal = new JournalFile(disk.files, PATH);
  await journal.rewrite(['base\n']);
  return { disk, journal };
}

it('appends and syncs, and starts anew', async () => {
  const { disk, journal } = await setUp();
  await journal.append(['1\n', '2\n']);
  await journal.append(['3\n']);
  expect(disk.text(PATH)).toBe('base\n1\n2\n3\n');
  await journal.rewrite(['new\n']);
  await journal.append(['4\n']);
  expect(disk.text(PATH)).toBe('new\n4\n');
});

it('says so when the file was taken away or replaced: what is appended to such a file is lost', async () => {
  const { disk, journal } = await setUp();
  await journal.append(['1\n']);
  expect(await journal.isReplaced()).toBe(false);
  disk.put(PATH, new TextEncoder().encode('another\n'));
  expect(await journal.isReplaced()).toBe(true);
  await expect(journal.append(['2\n'])).rejects.toMatchObject({ code: 'ENOENT' });
  // It is not held any more: the next line goes into the file that is there.
  expect(await journal.isReplaced()).toBe(false);
  await journal.append(['3\n']);
  expect(disk.text(PATH)).toBe('another\n3\n');
});

it('throws the error of the disk, and opens the file anew for the next line', async () => {
  const { disk, journal } = await setUp();
  await journal.append(['1\n']);
  const steps: string[] = [];
  disk.before = (step) => {
    steps.push(step);
    if (step.startsWith('sync') && steps.filter((each) => each.startsWith('sync')).length === 1)
      throw systemError('EIO');
  };
  await expect(journal.append(['2\n'])).rejects.toMatchObject({ code: 'EIO' });
  await journal.append(['3\n']);
  expect(steps.filter((step) => step.startsWith('open'))).toHaveLength(1);
});

it('has no bytes before there is one', async () => {
  const { disk } = await setUp();
  disk.drop(PATH);
  expect(await new JournalFile(disk.files, PATH).bytes()).toBeNull();
});
