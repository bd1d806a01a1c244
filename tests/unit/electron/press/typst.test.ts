import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPressResources } from '../../../../electron/press/resources';
import { createTypst } from '../../../../electron/press/typst';
import type { Typst } from '../../../../electron/press/typst';
import type { Interview } from '../../../../shared/interview/types';
import { tokensOffPlan } from '../../../../shared/print/check-places';
import type { Place } from '../../../../shared/print/check-places';
import { textsOf } from '../../../../shared/interview/visit';
import { plainText } from '../../../../shared/interview/text';
import { BERLINER, SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import type { PageTemplate } from '../../../../shared/print/page-template';
import { createCompositor } from '../../../../electron/press/compositor';
import type { Compositor } from '../../../../electron/press/compositor';
import type { PressPages } from '../../../../electron/press/press';
import { warmInterview } from '../../../../electron/press/warm-interview';
import { PLACES, pageSource } from '../../../../shared/writers/print/page-source';
import { sampleInterview } from '../../../../shared/templates/sample';
import { anyInterview } from '../../../support/arbitraries';
import * as make from '../../../support/builders';

const canRead = spawnSync('pdftotext', ['-v']).error === undefined;
const reads = canRead ? test : test.skip;
if (!canRead) console.warn('pdftotext (poppler-utils) is not installed: what stands on the pages is not read back');

let typst: Typst;
let compositor: Compositor;
let folder: string;
let jpeg: Uint8Array;

beforeAll(async () => {
  typst = await createTypst(await findPressResources());
  compositor = createCompositor(typst);
  folder = mkdtempSync(path.join(os.tmpdir(), 'galley-press-'));
  jpeg = new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#886644' } })
      .jpeg()
      .toBuffer(),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lay(interview: Interview, template: PageTemplate = BERLINER): Promise<PressPages> {
  const files = Object.fromEntries(interview.photos.map((_, at) => [`/photo-${at + 1}.jpg`, jpeg]));
  const printed = await compositor.pages({ interview, template, files, missing: [], wanted: 'pdf' });
  if (!printed.ok) throw new Error(printed.failure.detail);
  return printed.value;
}

/** The pages as PDF; every word of them stands where it was planned. */
async function print(interview: Interview, template: PageTemplate = BERLINER): Promise<Uint8Array> {
  const { pdf, offPlan } = await lay(interview, template);
  expect(offPlan).toBe(0);
  if (!pdf) throw new Error('no PDF');
  return pdf;
}

/** The words of a PDF in the order of pdftotext, its lines joined. */
function read(pdf: Uint8Array): string {
  const file = path.join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  return squeeze(
    execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).replaceAll('\f', ' '),
  );
}

const squeeze = (words: string) => words.replace(/\s+/g, ' ');

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}

describe('the printed page', () => {
  reads('holds every word of the sample, embedded fonts, title, author and language', async () => {
    const sample = sampleInterview(make.picture('anh'));
    const pdf = await print(sample);
    const page = read(pdf);
    const lines = textsOf(sample).map(({ text }) => squeeze(plainText(text)).trim());
    const words = new Set(page.split(' '));
    expect(lines.flatMap((line) => line.split(' ')).filter((word) => word !== '' && !words.has(word))).toEqual([]);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/\/Lang\s*\(vi\)/);
    expect(raw).toMatch(/\/Title/);
    expect(raw).toMatch(/\/Author/);
    expect(raw).toMatch(/\/FontFile[23]/);
  });

  reads('reads in the order of the text across its columns', async () => {
    const count = 16;
    const page = read(
      await print(
        make.interview(
          make.title('Thứ tự của một trang báo'),
          make.standfirst(`Sapo đứng trước tất cả, ngay dưới tít của bài${', và dài như sapo thật'.repeat(8)}.`),
          make.photoFile(make.picture('anh', '0', { width: 900, height: 900 })),
          make.photo({ photoId: 'anh', span: 2, caption: 'Chú thích ảnh.' }),
          ...Array.from({ length: count }, (_, at) => make.a(`Đoạn${at} ${'chữ nghĩa nối nhau '.repeat(14)}hết${at}.`)),
          make.byline('Lê Hảo'),
        ),
      ),
    );
    const order = Array.from({ length: count }, (_, at) => [
      page.indexOf(`Đoạn${at} `),
      page.indexOf(`hết${at}.`),
    ]).flat();
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(page.indexOf('Sapo')).toBeLessThan(page.indexOf('Đoạn0'));
    expect(page.indexOf('Lê Hảo')).toBeGreaterThan(page.indexOf(`hết${count - 1}.`));
  });

  reads('the sample reads in order also with a narrower picture', async () => {
    const sample = sampleInterview(make.picture('anh', '0', { width: 900, height: 900 }));
    const body = sample.body.map((block) => (block.kind === 'photo' ? { ...block, span: 2 } : block));
    const page = read(await print({ ...sample, body }));
    const answers = body.flatMap((block) => (block.kind === 'answer' ? [squeeze(plainText(block.text))] : []));
    const order = answers.filter(Boolean).map((answer) => page.indexOf(answer.split(' ').slice(0, 6).join(' ')));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  reads('5,000 words go over several pages and none is lost', async () => {
    const pairs = Array.from({ length: 25 }, (_, at) => [
      make.q(`Câu hỏi số ${at}?`),
      ...make.a(Array.from({ length: 200 }, (_, word) => `w${at}x${word}`).join(' ')),
    ]);
    const pdf = await print(
      make.interview(make.title('Bài dài'), ...pairs, make.closing('Cảm ơn!'), make.byline('Lê Hảo')),
    );
    expect(pagesOf(pdf)).toBeGreaterThan(1);
    const found = new Set(read(pdf).match(/w\d+x\d+/g));
    expect(found.size).toBe(5_000);
  });

  reads('markup in the text prints as itself', async () => {
    const markup = '#read("secret.txt") $x^2$ *đậm* _nghiêng_ `mã` \\ // @nguồn <nhãn> = Đầu {{chưa điền}} [a] #let';
    const page = read(await print(make.interview(make.title(markup), make.q(markup), ...make.a(markup))));
    expect(page.split(squeeze(markup)).length - 1).toBeGreaterThanOrEqual(2);
  });

  test('a quote, box, caption or word longer than a page ends on the pages, not in a loop', async () => {
    const long = 'Rất dài. '.repeat(900);
    const pdf = await print(
      make.interview(
        make.q(long),
        make.pullQuote(long),
        make.box('Khung', long),
        make.closing(long),
        ...make.a('x'.repeat(3_000)),
      ),
    );
    expect(pagesOf(pdf)).toBeGreaterThan(1);
  });

  test('an empty interview still gives a page', async () => {
    expect(pagesOf(await print(make.interview()))).toBe(1);
  });
});

describe('createTypst', () => {
  test('no file can be read but those of the job', async () => {
    for (const source of [
      '#read("/etc/passwd")',
      '#read("../../etc/passwd")',
      '#image("/photo-1.jpg")',
      '#import "@preview/cetz:0.3.0"',
    ]) {
      const read = await typst.pdf({ source, files: {} });
      expect(read, source).toMatchObject({ ok: false, failure: { kind: 'failed' } });
    }
  });

  test('files of one job are gone in the next', async () => {
    const source = '#image("/photo-1.jpg")';
    expect(await typst.pdf({ source, files: { '/photo-1.jpg': jpeg } })).toMatchObject({ ok: true });
    expect(await typst.pdf({ source, files: {} })).toMatchObject({ ok: false });
  });

  test('reads a file of the job from its path on this machine', async () => {
    const file = path.join(folder, 'one.jpg');
    writeFileSync(file, jpeg);
    expect(await typst.pdf({ source: '#image("/a.jpg")', files: { '/a.jpg': file } })).toMatchObject({ ok: true });
    const gone = await typst.pdf({ source: '#image("/a.jpg")', files: { '/a.jpg': `${file}.gone` } });
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'failed' } });
  });

  test('says what is wrong with a source, and prints the next one', async () => {
    const wrong = await typst.pdf({ source: '#let', files: {} });
    expect(!wrong.ok && wrong.failure.detail).toContain('/main.typ');
    expect(await typst.pdf({ source: 'Chào', files: {} })).toMatchObject({ ok: true });
  });

  reads('names the characters no face can draw, and prints a mark in their place, never an empty box', async () => {
    const { missing, pdf, offPlan } = await lay(make.interview(make.p('Giá 5 ₫, chữ 漢 và \u{1f600}')));
    expect(missing).toEqual(['漢', '\u{1f600}']);
    expect(offPlan).toBe(0);
    expect(read(pdf ?? new Uint8Array())).toContain('Giá 5 ₫, chữ \ufffd và \ufffd');
  });

  test('the page that warms the press compiles without a warning', async () => {
    expect(await lay(warmInterview())).toMatchObject({ warnings: [], missing: [], offPlan: 0 });
  });
});

describe('the compositor', () => {
  test.each(SHIPPED_TEMPLATES.map((template) => [template.id, template] as const))(
    'the sample stands on %s as it was planned, to the word',
    async (_, template) => {
      const { offPlan, places, warnings } = await lay(sampleInterview(make.picture('anh')), template);
      expect(places.length).toBeGreaterThan(100);
      expect({ offPlan, warnings }).toEqual({ offPlan: 0, warnings: [] });
    },
  );

  reads('a label in small capitals stands as planned, and is read as the words it is', async () => {
    const talk = make.interview(
      make.title('Một đời giữ lửa'),
      make.person({ id: 'nam', part: 'interviewee', honorific: 'thầy', name: 'Nguyễn Ưởng' }),
      make.fields({ labels: 'names' }),
      make.q('Thầy bắt đầu từ khi nào?'),
      make.a('Từ năm 1996, và từ đó không nghỉ năm nào.'),
    );
    const portrait = SHIPPED_TEMPLATES.find(({ labels }) => labels === 'small-capitals');
    if (!portrait) throw new Error('no template sets labels so');
    const { labels: _, ...plain } = portrait;
    const bold = await lay(talk, plain);
    const small = await lay(talk, portrait);
    expect([bold.offPlan, small.offPlan]).toEqual([0, 0]);
    // Small capitals are wider than the small letters that they stand for: the words behind them move.
    expect(small.places).toHaveLength(bold.places.length);
    expect(small.places).not.toEqual(bold.places);
    expect(read(await print(talk, portrait))).toContain('Thầy Nguyễn Ưởng: Từ năm 1996');
  });

  test('a page that is painted otherwise than planned is found out', async () => {
    const { composed, places } = await lay(sampleInterview(make.picture('anh')));
    const lines = composed.plan.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? item.lines : [])),
    );
    const at = lines.findIndex(({ justified, tokens }) => justified && tokens.length > 4);
    const [number, page, x, y] = places[at] ?? [0, 0, 0, 0];
    const others = places.filter((place) => place[0] !== number);
    const offBy = (...instead: readonly Place[]) => tokensOffPlan(composed.plan, [...others, ...instead]);
    expect(offBy([number, page, x, y])).toBe(0);
    const words = lines[at]?.tokens.length;
    // Lower, on another page, out of its measure on either side, not filled, not there.
    for (const wrong of [
      [number, page, x, y + 1],
      [number, page + 1, x, y],
      [number, page, x + 20, y],
      [number, page, x - 20, y],
    ] as const)
      expect(offBy(wrong)).toBe(words);
    expect(offBy()).toBe(words);
    expect(offBy([number, page, x, y], [places.length, page, x, y])).toBe(1);
  });

  test('a line with a word more than planned is parted by the compiler, and that is found out', async () => {
    const { composed } = await lay(sampleInterview(make.picture('anh')));
    const source = pageSource(composed.plan, []);
    const filled = /#"(?=[^"]{20,}"#M)/;
    expect(source).toMatch(filled);
    const painted = await typst.run(
      { source: source.replace(filled, '#"nghiêng nghiêng '), files: {} },
      { query: PLACES },
    );
    if (!painted.ok) throw new Error(painted.failure.detail);
    expect(tokensOffPlan(composed.plan, painted.value.value as readonly Place[])).toBeGreaterThan(0);
  });

  test('a line that just fills its measure, or has to give way, is not parted once more', async () => {
    // Each a narrow letter longer than the one before: some are wider than the column by less than their spaces give.
    const lines = Array.from({ length: 50 }, (_, at) => `${'nước '.repeat(5)}${'i'.repeat(at + 1)}`);
    const interview = make.interview(
      make.title('Một dòng cho đầy'),
      ...lines.map((line) => make.p(line)),
      make.list(...lines),
      ...lines.map((line) => make.q(line)),
    );
    let full = 0;
    for (const template of SHIPPED_TEMPLATES) {
      const { composed, offPlan } = await lay(interview, template);
      expect(offPlan, template.id).toBe(0);
      const texts = composed.plan.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'text'));
      full += texts.filter((text) => !text.unfinished && text.lines.at(-1)?.justified).length;
    }
    // Else this tries nothing.
    expect(full).toBeGreaterThan(10);
  });

  test('the mark that ends the piece stands on the line that had room for it', async () => {
    let full = 0;
    for (let letters = 1; letters <= 30; letters++) {
      const { composed, offPlan } = await lay(make.interview(make.p(`${'nước '.repeat(5)}${'i'.repeat(letters)}`)));
      expect(offPlan, `${letters} letters`).toBe(0);
      const texts = composed.plan.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'text'));
      const last = texts.map(({ lines }) => lines.at(-1)).find((line) => line?.tokens.at(-1)?.endMark);
      if (last?.justified) full++;
    }
    // Else this tries nothing.
    expect(full).toBeGreaterThan(0);
  });

  test('whatever stands in a piece, its words stand where they were planned', async () => {
    await fc.assert(
      fc.asyncProperty(anyInterview, fc.constantFrom(...SHIPPED_TEMPLATES), async (interview, template) => {
        const { offPlan, composed, places } = await lay(interview, template);
        expect(
          offPlan,
          JSON.stringify({ template: template.id, pages: composed.plan.pages.length, places: places.length }),
        ).toBe(0);
      }),
      // The same pieces every time: the pure compositor is tried on new ones in compose-pages.test.ts.
      { numRuns: 12, seed: 20261123, endOnFailure: true },
    );
  });

  test('an edit measures only the words it brought', async () => {
    const sample = sampleInterview(make.picture('anh'));
    await lay(sample);
    const asked: string[] = [];
    const counting = createCompositor({
      ...typst,
      run: (job, wanted) => {
        if (wanted.pdf !== true) asked.push(job.source);
        return typst.run(job, wanted);
      },
    });
    const job = { template: BERLINER, files: {}, missing: [], wanted: 'plan' as const };
    await counting.pages({ ...job, interview: sample });
    await counting.pages({ ...job, interview: sample });
    expect(asked.length).toBe(1);
    await counting.pages({ ...job, interview: { ...sample, kicker: make.text('Chữmới') } });
    expect(asked.length).toBe(2);
    expect(asked[1]).toContain('Chữmới');
    expect(asked[1]).not.toContain('Sương');
  });
});
