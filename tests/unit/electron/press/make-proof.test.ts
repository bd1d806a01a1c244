import { DOMParser } from '@xmldom/xmldom';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompositor } from '../../../../electron/press/compositor';
import { createInlinePress } from '../../../../electron/press/inline-press';
import { createItemDrawings } from '../../../../electron/press/page-svg/item-drawings';
import { makeProof } from '../../../../electron/press/page-svg/make-proof';
import type { Press } from '../../../../electron/press/press';
import { findPressResources } from '../../../../electron/press/resources';
import { createTypst } from '../../../../electron/press/typst';
import type { Typst } from '../../../../electron/press/typst';
import { plainText } from '../../../../shared/interview/text';
import type { Photo } from '../../../../shared/interview/types';
import { textsOf } from '../../../../shared/interview/visit';
import { SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import type { Proof } from '../../../../shared/proof/proof';
import { sampleInterview } from '../../../../shared/templates/sample';

const photo: Photo = { id: 'p', file: `${'0'.repeat(64)}.jpg`, width: 1862, height: 1397 };
const interview = sampleInterview(photo);
const [template] = SHIPPED_TEMPLATES;
let press: Press;
let proof: Proof;

async function make(pages: readonly number[], piece = interview): Promise<Proof> {
  if (!template) throw new Error('no template');
  const made = await press.proof({ interview: piece, template, missing: [], pages });
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

beforeAll(async () => {
  press = createInlinePress();
  proof = await make([0]);
});
afterAll(() => press.close());

const svgOf = ({ pages }: Proof) => new TextDecoder().decode(pages[0]?.svg);

test('draws a page as well-formed SVG with nothing in it that runs or is fetched', () => {
  const svg = svgOf(proof);
  const problems: string[] = [];
  const root = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
    svg,
    'image/svg+xml',
  );
  expect(problems).toEqual([]);
  expect(root.documentElement?.localName).toBe('svg');
  expect(svg).not.toMatch(/<script|<style|<foreignObject|href=|\son\w+=|url\(h/i);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('puts a page together from its items as it prints in one piece', async () => {
  if (!template) throw new Error('no template');
  const job = { interview, template, files: {}, missing: [], wanted: 'svg' as const };
  const printed = await press.pages(job);
  if (!printed.ok) throw new Error(printed.failure.detail);
  const grey = async (svg: Uint8Array | undefined) =>
    await sharp(Buffer.from(svg ?? []), { unlimited: true })
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer();
  const [whole, pieced] = await Promise.all([grey(printed.value.svgs[0]?.svg), grey(proof.pages[0]?.svg)]);
  expect(pieced.length).toBe(whole.length);
  // Drawings are moved by hundredths of a point: edges differ by a shade.
  const off = whole.filter((shade, at) => Math.abs(shade - (pieced[at] ?? 0)) > 48).length;
  expect(off / whole.length).toBeLessThan(0.0005);
});

test('a mark across the page is drawn so that the page is read through it', async () => {
  if (!template) throw new Error('no template');
  const job = { interview, template, files: {}, missing: [], wanted: 'svg' as const };
  const printed = await press.pages({ ...job, mark: 'BẢN XEM THỬ' });
  if (!printed.ok) throw new Error(printed.failure.detail);
  expect(printed.value.offPlan).toBe(0);
  const svg = new TextDecoder().decode(printed.value.svgs[0]?.svg);
  const across = svg.match(/<path [^>]*matrix\([^)]*\)"[^>]*stroke-opacity="[^"]*"/g) ?? [];
  // Nine letters twice over the sheet, each light under and dark over.
  expect(across).toHaveLength(9 * 2 * 2);
  expect(svg).toContain('fill-opacity="0.086"');
});

test('an edit prints no more than the items it touches', async () => {
  if (!template) throw new Error('no template');
  const typst = await createTypst(await findPressResources());
  const sources: string[] = [];
  const counting: Typst = {
    ...typst,
    run: (job, wanted) => {
      if (wanted.pdf) sources.push(job.source);
      return typst.run(job, wanted);
    },
  };
  const tools = { compositor: createCompositor(counting), drawings: createItemDrawings(counting) };
  const job = { interview, template, missing: [], pages: [0] };
  const first = await makeProof(tools, job);
  const again = await makeProof(tools, job);
  expect(sources).toHaveLength(1);
  expect(
    again.ok &&
      first.ok &&
      Buffer.compare(again.value.pages[0]?.svg ?? Buffer.of(), first.value.pages[0]?.svg ?? Buffer.of()),
  ).toBe(0);
  const kicker = [{ text: 'Chuyên mục khác 漢' }];
  const edited = await makeProof(tools, { ...job, interview: { ...interview, kicker } });
  expect(edited.ok && edited.value.missing).toEqual(['漢']);
  expect(sources).toHaveLength(2);
  expect(sources[1]?.match(/^#T\(/gm)).toHaveLength(1);
  const forgetful = createItemDrawings(counting, 0);
  const drawn = await makeProof({ ...tools, drawings: forgetful }, job);
  await makeProof({ ...tools, drawings: forgetful }, job);
  expect(sources).toHaveLength(4);
  expect(drawn.ok).toBe(true);
});

test('draws every glyph: as many outlines as the page has letters', () => {
  // The plan's words on the first page; spaces have no outline, a letter with its accent is one glyph.
  const letters = textsOf(interview)
    .map(({ text }) => plainText(text).replace(/\s/g, '').length)
    .reduce((a, b) => a + b, 0);
  const outlines = svgOf(proof).match(/M-?[\d.]+ -?\d+[mlqhv]/g)?.length ?? 0;
  expect(proof.pageCount).toBe(1);
  expect(outlines).toBeGreaterThan(letters * 0.98);
  expect(outlines).toBeLessThan(letters * 1.25);
});

test('knows the line of every word of the piece, and paints them where they were planned', async () => {
  if (!template) throw new Error('no template');
  const checked = await press.pages({ interview, template, files: {}, missing: [], wanted: 'places' });
  expect(checked.ok && checked.value.offPlan).toBe(0);
  for (const { place, text } of textsOf(interview)) {
    const plain = plainText(text);
    const own = proof.lines.filter(
      (line) =>
        line.place.block === place.block &&
        line.place.part === place.part &&
        (line.place.index ?? 0) === (place.index ?? 0),
    );
    expect(own.at(-1)?.to, JSON.stringify(place)).toBe(plain.trimEnd().length);
    expect(own.map(({ from }) => from)).toEqual(own.map(({ from }) => from).sort((a, b) => a - b));
  }
});

test('asks only for the length without drawing', async () => {
  const plan = await make([]);
  expect(plan.pages).toEqual([]);
  expect(plan.fit.lines).toBe(proof.fit.lines);
});

test('counts what is over and under the given length', async () => {
  const { lines } = proof.fit;
  const given = (length: number) => make([], { ...interview, assigned: { length: { kind: 'lines', lines: length } } });
  expect((await given(lines - 8)).fit.over).toBe(8);
  expect((await given(lines + 3)).fit.over).toBe(-3);
  expect((await given(lines)).fit.over).toBe(0);
  expect((await given(lines - 8)).fit.words).toBeGreaterThan(40);
});

test('keeps the room of a photo and says where it is', () => {
  expect(proof.pictures).toHaveLength(1);
  expect(proof.pictures[0]?.width).toBeGreaterThan(200);
});
