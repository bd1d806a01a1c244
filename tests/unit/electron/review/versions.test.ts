import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../../electron/desk/files';
import { readReview, stepPiece, versionsOfLog, writeReview } from '../../../../electron/review/review-store';
import { sha256 } from '../../../../electron/sha256';
import { keepVersion, listVersions, readVersion, thinVersions } from '../../../../electron/review/versions';
import { checkLog } from '../../../../shared/review/log';
import { logEvent } from '../../../../shared/review/take-step';
import { withText } from '../../shared/review/builders';
import { makePiece, storedPiece } from './piece-folder';

const NOW = Date.UTC(2026, 10, 23, 20, 0, 30);
const folderOf = (root: string) => path.join(root, 'bai');

describe('versions on the disk', () => {
  it('are kept once for the same words, and come back whole', async () => {
    const folder = folderOf(makePiece());
    const name = await keepVersion(diskFiles, folder, storedPiece(), NOW);
    expect(name).toMatch(/^20261123-200030-000-[0-9a-f]{16}\.json$/);
    expect(await keepVersion(diskFiles, folder, storedPiece(), NOW + 5000)).toBe(name);
    expect(await readVersion(diskFiles, folder, name)).toEqual(storedPiece());
    expect(await listVersions(diskFiles, folder)).toEqual([{ name, at: NOW }]);
  });

  it('that were damaged are none', async () => {
    const folder = folderOf(makePiece());
    const name = await keepVersion(diskFiles, folder, storedPiece(), NOW);
    appendFileSync(path.join(folder, 'versions', name), ' ');
    expect(await readVersion(diskFiles, folder, name)).toBeNull();
    expect(await readVersion(diskFiles, folder, '../interview.json')).toBeNull();
    expect(await keepVersion(diskFiles, folder, storedPiece(), NOW + 5000)).not.toBe(name);
  });

  it('are thinned, but not those that the log names', async () => {
    const folder = folderOf(makePiece());
    const handed = await stepPiece(diskFiles, folder, 'submit', { name: 'Hảo', role: 'journalist' }, NOW);
    if (!handed.ok) throw new Error(handed.failure.kind);
    for (const second of [1, 2, 3])
      await keepVersion(diskFiles, folder, withText(storedPiece(), 'a2', `Bản ${second}`), NOW + second * 1000);
    const dropped = await thinVersions(diskFiles, folder, NOW + 4000, versionsOfLog(handed.value));
    expect(dropped).toHaveLength(2);
    expect(readdirSync(path.join(folder, 'versions'))).toEqual(
      expect.arrayContaining([...versionsOfLog(handed.value)]),
    );
  });
});

it('an event stands in the log and changes neither state nor seal', async () => {
  const folder = folderOf(makePiece());
  const done = await stepPiece(diskFiles, folder, 'approve', { name: 'Hà' }, NOW);
  if (!done.ok) throw new Error(done.failure.kind);
  const act = { by: 'Mai', role: 'layout', at: new Date(NOW).toISOString(), about: 'pdf, web' } as const;
  await writeReview(diskFiles, folder, logEvent('export', done.value, act, sha256));
  const read = await readReview(diskFiles, folder);
  expect(read).toMatchObject({ ok: true, value: { state: 'approved', seal: done.value.seal } });
  expect(read.ok && [read.value.log.length, checkLog(read.value.log, sha256)]).toEqual([4, null]);
});
