import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStaging } from '../../../../electron/exports/staging';
import { filesUnder, freshFolder } from './fakes';

describe('placing what was made', () => {
  it('puts everything back when one of the moves fails', async () => {
    const out = freshFolder();
    writeFileSync(path.join(out, 'trang.pdf'), 'trước');
    const staging = await openStaging(out);
    writeFileSync(path.join(staging.folder, 'trang.pdf'), 'sau');
    await expect(staging.place(['trang.pdf', 'khong-co'])).rejects.toThrow('ENOENT');
    await staging.clear();
    expect(filesUnder(out)).toEqual(['trang.pdf']);
    expect(readFileSync(path.join(out, 'trang.pdf'), 'utf8')).toBe('trước');
  });
});
