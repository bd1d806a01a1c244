import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { glyphOutlines } from '../../../../electron/press/page-svg/glyph-outlines';
import { findPressResources } from '../../../../electron/press/resources';

/** Glyph 1 of every face of the page; 0 is the box for what is missing. */
async function faces() {
  const { fonts } = await findPressResources();
  return fonts.map((file) => ({ file, outlines: glyphOutlines(new Uint8Array(readFileSync(file))) }));
}

test('reads an outline from every face of the page, composites too', async () => {
  for (const { file, outlines } of await faces()) {
    const drawn = Array.from({ length: 400 }, (_, glyph) => outlines.outline(glyph, 1)).filter(
      (outline) => outline !== null,
    );
    expect(drawn.length, file).toBeGreaterThan(300);
    for (const { path } of drawn) expect(String.fromCharCode(...path.slice(0, 4000))).toMatch(/^[mlqhvz\d -]+$/);
  }
});

test('no point lies outside the box that the face declares', async () => {
  for (const { file, outlines } of await faces()) {
    const box = boxOf(file);
    for (let glyph = 0; glyph < 300; glyph++) {
      const outline = outlines.outline(glyph, 1);
      if (!outline) continue;
      let [x, y] = [outline.x, outline.y];
      let start = [x, y];
      for (const [, command = '', numbers = ''] of String.fromCharCode(...outline.path).matchAll(
        /([mlqhvz])([^a-z]*)/g,
      )) {
        const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
        const [dx = 0, dy = 0] = command === 'h' ? [values[0], 0] : command === 'v' ? [0, values[0]] : values.slice(-2);
        if (command === 'z') [x = 0, y = 0] = start;
        else [x, y] = [x + dx, y + dy];
        if (command === 'm') start = [x, y];
        const inside = x >= box.left - 1 && x <= box.right + 1 && y >= box.bottom - 1 && y <= box.top + 1;
        expect(inside, `${file} glyph ${glyph}: ${x} ${y}`).toBe(true);
      }
    }
  }
});

/** The box round all glyphs, from the `head` table. */
function boxOf(file: string) {
  const bytes = readFileSync(file);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const head = bytes.readUInt32BE((tables.find((at) => bytes.toString('latin1', at, at + 4) === 'head') ?? 0) + 8);
  const [left = 0, bottom = 0, right = 0, top = 0] = [36, 38, 40, 42].map((at) => bytes.readInt16BE(head + at));
  return { left, bottom, right, top };
}
