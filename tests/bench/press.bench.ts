import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import sharp from 'sharp';
import { makeIdml } from '../../electron/exports/make-idml';
import { makePressPdf } from '../../electron/exports/make-press-pdf';
import { createInlinePictures } from '../../electron/press/inline-pictures';
import type { PagesJob, Press } from '../../electron/press/press';
import type { PressAsk } from '../../electron/press/press-client';
import { findPressResources } from '../../electron/press/resources';
import { createWorkerPress } from '../../electron/press/worker-press';
import type { Interview } from '../../shared/interview/types';
import { plainText } from '../../shared/interview/text';
import { unitsOf } from '../../shared/print/pour';
import { fullPage } from '../../shared/print/fill-page';
import { BERLINER } from '../../shared/print/templates/shipped';
import { DEFAULT_STYLE_NAMES } from '../../shared/writers/hand-off/styles';
import { longPiece } from './long-piece';
import { milliseconds, report } from './rows';

/*
 * What a page costs, without a window: the built press in a thread, as the command line has it. Cold is the first job of
 * a new press, with the faces and the compiler to load; warm is what a newsroom meets all day. A press that has grown too
 * large is let go as in the app, so that a long piece is always printed cold.
 */

const ROUNDS = 5;
/** Words that fill so many pages of the Berliner. */
const SIZES = [
  [1, 2_700],
  [10, 28_500],
  [50, 146_000],
] as const;
const FRAME = { width: 6_000, height: 4_000 };

const script = path.resolve(import.meta.dirname, '../../out/main/press.js');
const folder = mkdtempSync(path.join(tmpdir(), 'galley-bench-'));
const photo = path.join(folder, 'photo.jpg');

test.beforeAll(async () => {
  // 24 megapixels with grain, as a camera gives them.
  await sharp({
    create: { ...FRAME, channels: 3, background: '#6a7a5a', noise: { type: 'gaussian', mean: 120, sigma: 30 } },
  })
    .jpeg({ quality: 90 })
    .toFile(photo);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same words with one more: what an edit leaves to the press. */
function edited(piece: Interview, round: number): Interview {
  const body = piece.body.map((block, at) =>
    at === 3 && block.kind === 'answer'
      ? { ...block, text: [{ text: `${plainText(block.text)} thêm ${round}.` }] }
      : block,
  );
  return { ...piece, body };
}

async function took(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return times;
}

/** The most memory of a process of its own that prints this and nothing else, in megabytes. */
async function peakOf(job: PagesJob): Promise<number> {
  const file = path.join(folder, 'job.json');
  const ask: PressAsk = { resources: await findPressResources(), kind: 'pages', job };
  writeFileSync(file, JSON.stringify(ask));
  const alone = path.join(import.meta.dirname, 'press-memory.mjs');
  return Number(execFileSync(process.execPath, [alone, script, file], { encoding: 'utf8' })) / 2 ** 20;
}

function steps(press: Press): Readonly<Record<string, (piece: Interview) => Promise<unknown>>> {
  const job = { template: BERLINER, files: {}, missing: [] };
  return {
    'galley and plan': (interview) => press.pages({ ...job, interview, wanted: 'plan' }),
    'pages, checked line by line': (interview) => press.pages({ ...job, interview, wanted: 'pdf' }),
    'proof of one page': (interview) => press.proof({ ...job, interview, pages: [0] }),
  };
}

for (const [pages, words] of SIZES) {
  test(`press, ${pages} pages`, async () => {
    const piece = longPiece(words);
    for (const name of Object.keys(steps(createWorkerPress(script)))) {
      const press = createWorkerPress(script);
      const [cold = Number.NaN, ...warm] = await took(ROUNDS, (round) =>
        Promise.resolve(steps(press)[name]?.(edited(piece, round))),
      );
      report({ what: `${name}, ${pages} pages, cold`, ours: milliseconds([cold]) });
      report({ what: `${name}, ${pages} pages, one edit`, ours: milliseconds(warm) });
      await press.close();
    }
  });

  test(`memory of the press, ${pages} pages`, async () => {
    const interview = longPiece(words);
    const peak = await peakOf({ interview, template: BERLINER, files: {}, missing: [], wanted: 'pdf' });
    report({ what: `most memory, ${pages} pages printed and checked`, ours: `${peak.toFixed(0)} MB` });
  });

  test(`pour, ${pages} pages`, async () => {
    const press = createWorkerPress(script);
    const planned = await press.pages({
      interview: longPiece(words),
      template: BERLINER,
      files: {},
      missing: [],
      wanted: 'plan',
    });
    if (!planned.ok) throw new Error(planned.failure.detail);
    const { pieces } = planned.value.composed.story;
    const times = await took(20, async () => {
      const units = unitsOf(pieces);
      const shape = { columns: 5, tops: [5, 5, 5, 5, 5], crossed: [5, 5, 5, 5], obstacles: () => [], end: 103 };
      for (let start = 0; start < units.length;) start = fullPage(units, start, shape, 1).next;
    });
    const lines = planned.value.composed.story.units.length;
    report({ what: `pour, ${pages} pages, ${lines} lines`, ours: milliseconds(times), goal: 'linear' });
    await press.close();
  });

  const GOALS: Partial<Record<string, string>> = { 'press-pdf 1': '≤ 2000 ms', 'press-pdf 50': '≤ 20000 ms' };
  for (const [format, make] of [
    ['press-pdf', makePressPdf],
    ['idml', makeIdml],
  ] as const) {
    test(`${format}, ${pages} pages with a photo of 24 megapixels`, async () => {
      const press = createWorkerPress(script);
      const pictures = createInlinePictures();
      const plain = longPiece(words);
      const picture = { id: 'photo', file: `${'a'.repeat(64)}.jpg`, ...FRAME };
      const block = { kind: 'photo', id: 'p', photoId: 'photo', caption: [], credit: [], alt: '', span: 3 } as const;
      const piece: Interview = { ...plain, photos: [picture], body: [block, ...plain.body] };
      const [cold = Number.NaN, ...warm] = await took(pages > 10 ? 3 : ROUNDS, async (round) => {
        const done = await make({
          interview: edited(piece, round),
          target: path.join(folder, `${format}-${pages}-${round}`),
          photoPath: () => photo,
          press: () => press,
          pictures: () => pictures,
          template: BERLINER,
          condition: { kind: 'named', name: 'newsprint' },
          stamp: { kind: 'plain' },
          packed: new Map(),
          styleNames: DEFAULT_STYLE_NAMES,
          language: 'vi',
          now: Date.now,
          progress: () => undefined,
          signal: new AbortController().signal,
        });
        if (!done.ok) throw new Error(JSON.stringify(done.failure));
      });
      const goal = GOALS[`${format} ${pages}`];
      report({ what: `${format}, ${pages} pages, cold`, ours: milliseconds([cold]) });
      report({ what: `${format}, ${pages} pages, warm`, ours: milliseconds(warm), ...(goal ? { goal } : {}) });
      await Promise.all([press.close(), pictures.close()]);
    });
  }
}
