import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pictures, Press } from '../../../../electron/press/press';
import { pressClient } from '../../../../electron/press/press-client';
import { findPressResources } from '../../../../electron/press/resources';
import { threadHost } from '../../../../electron/press/thread-host';
import { createWorkerPictures } from '../../../../electron/press/worker-pictures';
import { createWorkerPress } from '../../../../electron/press/worker-press';
import { buildWorker } from './built-worker';
import type { BuiltWorker } from './built-worker';

/** Typst ends endless loops by itself, but not loops in loops: this one runs for hours. */
const ENDLESS = '#for i in range(100000) { for j in range(100000) { let x = i * j } }';
const PAGE = { source: '= Trang báo', files: {} };

mkdirSync(path.resolve(import.meta.dirname, '../../../../out'), { recursive: true });

describe('the press in a worker thread', () => {
  let built: BuiltWorker;
  let press: Press;
  beforeAll(async () => {
    built = await buildWorker('worker');
    press = createWorkerPress(built.script);
  });
  afterAll(async () => {
    await press.close();
    built.remove();
  });

  test('prints', async () => {
    const printed = await press.pdf(PAGE);
    expect(printed.ok && Buffer.from(printed.value.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  test('aborted in the middle of a compile it is killed, and those in line are printed by the next', async () => {
    const abort = new AbortController();
    const running = press.pdf({ source: ENDLESS, files: {} }, abort.signal);
    const waiting = press.pdf(PAGE);
    setTimeout(() => abort.abort(), 50);
    expect(await running).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(await waiting).toMatchObject({ ok: true });
  });

  test('a compile that hangs is ended by the watchdog, and the next page prints', async () => {
    const impatient = pressClient(
      () => threadHost(built.script),
      () => findPressResources(),
      1_500,
    );
    expect(await impatient.pdf({ source: ENDLESS, files: {} })).toMatchObject({
      ok: false,
      failure: { kind: 'timed-out' },
    });
    await impatient.close();
    expect(await press.pdf(PAGE)).toMatchObject({ ok: true });
  });

  test('resources that are not there are a failure in words, not a crash', async () => {
    const lost = pressClient(
      () => threadHost(built.script),
      async () => ({ wasm: '/nowhere/typst.wasm', fonts: [] }),
    );
    expect(await lost.pdf(PAGE)).toMatchObject({ ok: false, failure: { kind: 'failed' } });
    await lost.close();
  });
});

describe('pictures in a worker thread', () => {
  let built: BuiltWorker;
  let pictures: Pictures;
  let folder: string;
  beforeAll(async () => {
    built = await buildWorker('picture-worker');
    pictures = createWorkerPictures(built.script);
    folder = mkdtempSync(path.join(os.tmpdir(), 'galley-pictures-'));
  });
  afterAll(async () => {
    await pictures.close();
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('inspects and renders', async () => {
    const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const file = path.join(folder, 'a.png');
    writeFileSync(file, png);
    expect(await pictures.inspect(new Uint8Array(png))).toEqual({
      ok: true,
      value: { format: 'png', width: 30, height: 20 },
    });
    const rendered = await pictures.render({ path: file, width: 15, format: 'jpg', quality: 80 });
    expect(rendered).toMatchObject({ ok: true, value: { width: 15, height: 10 } });
  });
});
