import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openCondition } from '../../../../electron/press/conditions/conditions';
import type { PressCondition } from '../../../../electron/press/conditions/conditions';
import { inkLimitOf } from '../../../../electron/press/conditions/ink-limit';
import { separatePicture } from '../../../../electron/press/separate-picture';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-conditions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function shipped(name: 'coated' | 'newsprint'): Promise<PressCondition> {
  const opened = await openCondition({ kind: 'named', name });
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

const profile = async (name: string) => await openCondition({ kind: 'profile', path: name });

describe('printing conditions', () => {
  it('come with the program, or with the profile of a printer', async () => {
    expect(await shipped('newsprint')).toMatchObject({ inkLimit: 220, ppi: { least: 200 }, identifier: 'IFRA26' });
    expect(await shipped('coated')).toMatchObject({ inkLimit: 300, ppi: { least: 300 }, identifier: 'FOGRA39' });
    const own = await profile((await shipped('coated')).profile);
    expect(own).toMatchObject({ ok: true, value: { identifier: 'Custom', inkLimit: 300 } });
    expect(own.ok && own.value.description).toMatch(/ISO ?Coated/i);
  });

  it('say how much ink they take, read from the profile itself', async () => {
    const own = await profile((await shipped('newsprint')).profile);
    expect(own.ok && own.value.inkLimit).toBe(220);
    expect(inkLimitOf(new Uint8Array(3))).toBeNull();
    const bytes = new Uint8Array(readFileSync((await shipped('coated')).profile));
    expect(inkLimitOf(bytes.subarray(0, 4_000))).toBeNull();
  });

  it('refuse what is no profile of a press', async () => {
    expect(await profile(path.join(folder, 'no.icc'))).toEqual({
      ok: false,
      failure: { kind: 'profile-missing', name: 'no.icc' },
    });
    const words = path.join(folder, 'words.icc');
    writeFileSync(words, 'not a profile at all'.repeat(20));
    const short = path.join(folder, 'short.icc');
    writeFileSync(short, 'acsp');
    const { icc } = await sharp(
      await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
        .withIccProfile('srgb')
        .png()
        .toBuffer(),
    ).metadata();
    const screen = path.join(folder, 'screen.icc');
    writeFileSync(screen, icc ?? '');
    for (const file of [words, short, screen]) {
      expect(await profile(file)).toMatchObject({ ok: false, failure: { kind: 'profile-unfit' } });
    }
  });
});

/** All colours of the cube, the darkest among them: nothing asks for more ink. */
async function cube(): Promise<string> {
  const side = 64;
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0; at < side * side; at++) {
    pixels[at * 3] = (at % side) * 4;
    pixels[at * 3 + 1] = Math.floor(at / side) * 4;
    pixels[at * 3 + 2] = at % 2 === 0 ? 0 : 20;
  }
  const file = path.join(folder, 'cube.png');
  await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toFile(file);
  return file;
}

describe('a picture for the plates', () => {
  it.each(['newsprint', 'coated'] as const)('keeps the ink limit of %s', async (name) => {
    const condition = await shipped(name);
    const made = await separatePicture({ path: await cube(), width: 600, profile: condition.profile, quality: 95 });
    if (!made.ok) throw new Error(made.failure.detail);
    expect(made.value).toMatchObject({ width: 64, height: 64, inks: 'cmyk' });
    expect(made.value.ink.most).toBeGreaterThan((condition.inkLimit ?? 0) * 0.7);
    expect(made.value.ink.most).toBeLessThanOrEqual((condition.inkLimit ?? 0) + 5);
    const { space, hasProfile } = await sharp(made.value.bytes).metadata();
    expect([space, hasProfile]).toEqual(['cmyk', false]);
  });

  it('is one plate when it has no colour', async () => {
    const file = path.join(folder, 'grey.jpg');
    await sharp({ create: { width: 50, height: 30, channels: 3, background: '#404040' } })
      .jpeg()
      .toFile(file);
    const made = await separatePicture({
      path: file,
      width: 40,
      profile: (await shipped('coated')).profile,
      quality: 90,
    });
    expect(made).toMatchObject({ ok: true, value: { inks: 'grey', width: 40 } });
    expect(made.ok && Math.round(made.value.ink.most)).toBe(75);
    expect(made.ok && (await sharp(made.value.bytes).metadata()).channels).toBe(1);
  });

  it('says what it cannot read', async () => {
    const file = path.join(folder, 'broken.jpg');
    writeFileSync(file, 'ÿØÿ no picture');
    const asked = { width: 40, profile: (await shipped('coated')).profile, quality: 90 };
    expect(await separatePicture({ ...asked, path: file })).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable' },
    });
    expect(await separatePicture({ ...asked, path: path.join(folder, 'gone.jpg') })).toMatchObject({ ok: false });
  });
});
