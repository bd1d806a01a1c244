import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInlinePress } from '../../../../electron/press/inline-press';
import type { Press } from '../../../../electron/press/press';
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
