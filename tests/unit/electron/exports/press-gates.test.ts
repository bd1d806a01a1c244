import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPiece } from '../../../../electron/exports/export-piece';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { createInlinePress } from '../../../../electron/press/inline-press';
import { SLUG } from '../../../../electron/press/press-pdf/sheet';
import type { PictureItem } from '../../../../shared/print/plan';
import { BERLINER } from '../../../../shared/print/templates/shipped';
import { archiveTwin } from '../../../support/archive-twin';
import * as make from '../../../support/builders';
import { hasPreflight, preflight } from '../../../support/judges';
import { hasTool, runTool } from '../../../support/outside-tools';

/*
 * A press PDF of a whole page with a photo, before the judges that anyone can have. The page has no accent colour: all
 * that is not the photo must be on the black plate.
 */

const PIXELS = { width: 1600, height: 1200 };
const piece = make.interview(
  make.title('Nước về buôn'),
  make.standfirst('Ba mùa khô liền, cả buôn tưới ít hơn một nửa.'),
  make.photoFile({ id: 'ho', file: `${'a'.repeat(64)}.jpg`, ...PIXELS }),
  make.photo({ photoId: 'ho', span: 2, caption: 'Hồ đầu mùa', credit: 'Ảnh: Lê Vũ', alt: 'Mặt hồ' }),
  ...Array.from({ length: 8 }, (_, at) => [
    make.q(`Câu hỏi thứ ${at + 1} của phóng viên là gì?`),
    ...make.a('Bà con chia nhau từng khối nước, ghi vào sổ, ai cũng xem được. '.repeat(6)),
  ]).flat(),
  make.byline('Trần Hạ Miên'),
);

const press = createInlinePress();
const pictures = createInlinePictures();
const folder = mkdtempSync(path.join(tmpdir(), 'galley-gates-'));
const file = path.join(folder, 'press.pdf');
let room: PictureItem;
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([press.close(), pictures.close()]);
});

beforeAll(async () => {
  // The darkest and most coloured photo there is: every mixture of inks that the limit is made for.
  const pixels = Buffer.alloc(PIXELS.width * PIXELS.height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % PIXELS.width, Math.floor(at / 3 / PIXELS.width)];
    pixels.set([(x % 256) * (y > 600 ? 0.3 : 1), (y % 200) * 0.4, ((x + y) % 120) * (x > 800 ? 1 : 0.2)], at);
  }
  const photo = path.join(folder, 'photo.jpg');
  await sharp(pixels, { raw: { ...PIXELS, channels: 3 } })
    .jpeg({ quality: 95 })
    .toFile(photo);
  const done = await exportPiece({
    interview: piece,
    photoPath: () => photo,
    formats: ['press-pdf'],
    out: path.join(folder, 'out'),
    press: () => press,
    pictures: () => pictures,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  expect(done.value.remarks).toEqual([]);
  writeFileSync(file, readFileSync(path.join(folder, 'out', done.value.files[0] ?? '')));
  const plan = await press.pages({ interview: piece, template: BERLINER, files: {}, missing: [], wanted: 'plan' });
  const found = plan.ok && plan.value.composed.plan.pages[0]?.items.find((item) => item.kind === 'picture');
  if (!found || found.kind !== 'picture') throw new Error('the page has no picture');
  room = found;
}, 60_000);

describe('a press PDF of a page with a photo', () => {
  it.skipIf(!hasTool('qpdf'))('is sound to qpdf', () => {
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(!hasTool('pdffonts'))('carries all of its faces, cut down, with the way back to letters', () => {
    const rows = runTool('pdffonts', [file]).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it.skipIf(!hasTool('pdfimages'))('has its photo in four inks, as fine as newsprint shows', () => {
    const rows = runTool('pdfimages', ['-list', file]).trim().split('\n').slice(2);
    expect(rows).toHaveLength(1);
    const [, , kind, , , colour, parts, bits, coding, , , , across, down] = rows[0]?.trim().split(/\s+/) ?? [];
    expect([kind, colour, parts, bits, coding]).toEqual(['image', 'cmyk', '4', '8', 'jpeg']);
    expect([Math.round(Number(across) / 5), Math.round(Number(down) / 5)]).toEqual([51, 51]);
  });

  it.skipIf(!hasPreflight())('is clean to PDFBox Preflight as the archive file that it is the twin of', async () => {
    const twin = path.join(folder, 'twin.pdf');
    writeFileSync(twin, await archiveTwin(readFileSync(file)));
    expect(preflight(twin)).toEqual([]);
  });

  it.skipIf(!hasTool('gs'))(
    'puts text on the black plate alone and no more ink anywhere than newsprint takes',
    async () => {
      runTool('gs', [
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-sDEVICE=tiffsep',
        '-r72',
        `-sOutputFile=${path.join(folder, 'p-%d.tif')}`,
        file,
      ]);
      const slug = Math.round((SLUG * 72) / 25.4);
      const trim = {
        left: slug,
        top: slug,
        width: Math.floor((290 * 72) / 25.4),
        height: Math.floor((420 * 72) / 25.4),
      };
      const plate = async (name: string) =>
        await sharp(path.join(folder, `p-1(${name}).tif`))
          .extract(trim)
          .toColourspace('b-w')
          .raw()
          .toBuffer();
      const [cyan, magenta, yellow, black] = await Promise.all(['Cyan', 'Magenta', 'Yellow', 'Black'].map(plate));
      if (!cyan || !magenta || !yellow || !black) throw new Error('a plate is missing');
      // The line that says that the piece is not approved stands in red at the foot.
      const foot = trim.height - (10 * 72) / 25.4;
      const seen = { coloured: 0, black: 0, most: 0, photo: 0 };
      for (let at = 0; at < black.length; at += 1) {
        const [x, y] = [at % trim.width, Math.floor(at / trim.width)];
        if (y > foot) continue;
        const ink = (one: Buffer) => (255 - (one[at] ?? 255)) / 2.55;
        const colour = ink(cyan) + ink(magenta) + ink(yellow);
        const inRoom = x > room.x - 2 && x < room.x + room.width + 2 && y > room.y - 2 && y < room.y + room.height + 2;
        if (inRoom) seen.photo = Math.max(seen.photo, colour);
        else if (colour > 0) seen.coloured += 1;
        else seen.black = Math.max(seen.black, ink(black));
        seen.most = Math.max(seen.most, colour + ink(black));
      }
      expect(seen.coloured, 'pixels with colour outside the photo').toBe(0);
      expect(seen.black).toBe(100);
      expect(seen.photo).toBeGreaterThan(120);
      expect(seen.most).toBeLessThanOrEqual(220 + 5);
    },
  );
});
