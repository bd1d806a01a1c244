import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openCondition } from '../../../../electron/press/conditions/conditions';
import { createInlinePress } from '../../../../electron/press/inline-press';
import { overprintBlack } from '../../../../electron/press/press-pdf/black-overprint';
import { makePressReady, pageSizes } from '../../../../electron/press/press-pdf/make-press-ready';
import { operationsOf } from '../../../../electron/press/press-pdf/operations';
import { slugSource } from '../../../../electron/press/press-pdf/slug-source';
import { hasTool, runTool } from '../../../support/outside-tools';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-press-'));
const press = createInlinePress();
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await press.close();
});

const all = () => true;
const lines = (content: string) =>
  [...operationsOf(content)].map(({ operator, operands }) => [...operands, operator].join(' '));

describe('the operations of a content stream', () => {
  it('are told apart whatever stands in their strings, arrays and comments', () => {
    expect(lines('q % 0 0 0 1 k\n(a \\) k (b) c) Tj [(x)-12<00>] TJ /P <</MCID 0 /T (q)>> BDC Q')).toEqual([
      'q',
      '(a \\) k (b) c) Tj',
      '[(x)-12<00>] TJ',
      '/P <</MCID 0 /T (q)>> BDC',
      'Q',
    ]);
  });

  it('take an inline image as one, and end where the stream is broken', () => {
    expect(lines('BI /W 1 ID \u0000 k EIx k\nEI Q')).toEqual(['BI', 'Q']);
    expect(lines('q 1 0 0 1 (open')).toEqual(['q']);
    expect(lines('q ) Q')).toEqual(['q', ') Q']);
  });
});

describe('overprinting', () => {
  it('is on for full black alone, and follows q and Q', () => {
    const { content } = overprintBlack('0 0 0 1 k A q 0 1 1 0 k B Q C 0 0 0 0.5 k D', all);
    expect(lines(content)).toEqual([
      '/GalleyFill gs',
      '0 0 0 1 k',
      'A',
      'q',
      '/GalleyKnock gs',
      '0 1 1 0 k',
      'B',
      'Q',
      'C',
      '/GalleyKnock gs',
      '0 0 0 0.5 k',
      'D',
    ]);
  });

  it('tells strokes from fills', () => {
    const { content } = overprintBlack('0 0 0 1 K 0 0 0 1 k 1 0 0 0 K', all);
    expect(lines(content).filter((line) => line.endsWith('gs'))).toEqual([
      '/GalleyStroke gs',
      '/GalleyBoth gs',
      '/GalleyFill gs',
    ]);
  });

  it('names colours that are not of the press', () => {
    expect(overprintBlack('1 0 0 rg /c0 CS /c1 cs', (space) => space === 'c1').foreign).toEqual(['DeviceRGB', '/c0']);
    expect(overprintBlack('0.5 g 1 0 0 0 k', all).foreign).toEqual([]);
  });
});

/** A page of 100 x 80 mm with everything that can go wrong in it. */
async function sheets(body: string, files: { readonly [name: string]: Uint8Array } = {}) {
  const source = `#set page(width: 100mm, height: 80mm, margin: 5mm)\n#set text(fill: cmyk(0%, 0%, 0%, 100%))\n${body}`;
  const pages = await press.pdf({ source, files });
  if (!pages.ok) throw new Error(pages.failure.detail);
  const words = {
    line: ['Tít “lạ” #read("x")', 'Báo'],
    warning: 'CHƯA DUYỆT',
    page: (n: number, of: number) => `${n}/${of}`,
  };
  const slug = await press.pdf({ source: slugSource(await pageSizes(pages.value.pdf), words), files: {} });
  const condition = await openCondition({ kind: 'named', name: 'newsprint' });
  if (!slug.ok || !condition.ok) throw new Error('no slug or no condition');
  return await makePressReady({ pages: pages.value.pdf, slug: slug.value.pdf }, condition.value, {
    title: 'Một & hai <ba>',
    author: 'Nguyễn Xuân',
    made: new Date('2026-11-20T07:08:09.500Z'),
  });
}

const grey = async () =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#808080' } })
      .toColourspace('b-w')
      .jpeg()
      .toBuffer(),
  );
const coloured = async () =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c02020' } })
      .jpeg()
      .toBuffer(),
  );

describe('a press PDF', () => {
  it('has its boxes, its intent, and says the same of itself in Info and XMP', async () => {
    const { pdf, foreign } = await sheets('Chữ đen #link("https://example.org")[liên kết] #pagebreak() Trang hai');
    expect(foreign).toEqual([]);
    expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.6');
    const doc = await PDFDocument.load(pdf, { updateMetadata: false });
    const [page] = doc.getPages();
    const mm = (box: { x: number; y: number; width: number; height: number } | undefined) =>
      box && [box.x, box.y, box.width, box.height].map((points) => Math.round((points * 25.4) / 72));
    expect(doc.getPageCount()).toBe(2);
    expect(mm(page?.getMediaBox())).toEqual([0, 0, 120, 100]);
    expect(mm(page?.getBleedBox())).toEqual([7, 7, 106, 86]);
    expect(mm(page?.getTrimBox())).toEqual([10, 10, 100, 80]);
    expect(page?.node.has(PDFName.of('Annots'))).toBe(false);

    const intent = doc.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.lookup(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFX'));
    expect(intent.lookup(PDFName.of('OutputConditionIdentifier'), PDFString).asString()).toBe('IFRA26');
    expect(intent.lookup(PDFName.of('DestOutputProfile'), PDFStream).dict.lookup(PDFName.of('N'))?.toString()).toBe(
      '4',
    );
    expect(doc.context.trailerInfo.ID).toBeInstanceOf(PDFArray);

    const info = doc.context.lookup(doc.context.trailerInfo.Info, PDFDict);
    expect(info.lookup(PDFName.of('Trapped'))).toBe(PDFName.of('False'));
    expect(info.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('Một & hai <ba>');
    const metadata = doc.catalog.lookup(PDFName.of('Metadata'));
    const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString('utf8') : '';
    for (const part of [
      'Một &amp; hai &lt;ba&gt;</rdf:li>',
      '<rdf:li>Nguyễn Xuân</rdf:li>',
      'PDF/X-4',
      '<pdf:Trapped>False</pdf:Trapped>',
      '<xmp:CreateDate>2026-11-20T07:08:09Z</xmp:CreateDate>',
    ])
      expect(xmp).toContain(part);
    expect(doc.getCreationDate()?.toISOString()).toBe('2026-11-20T07:08:09.000Z');
  });

  it('sends a grey picture to the black plate and names one in RGB', async () => {
    const files = { '/grey.jpg': await grey(), '/red.jpg': await coloured() };
    const alone = await sheets('#image("/grey.jpg", width: 30mm)', files);
    expect(alone.foreign).toEqual([]);
    const mixed = await sheets('#image("/grey.jpg", width: 30mm) #image("/red.jpg", width: 30mm)', files);
    expect(mixed.foreign).toEqual(['image']);
    expect((await sheets('#text(fill: rgb("#ff0000"))[đỏ]')).foreign).not.toEqual([]);
  });

  const ghostscript = hasTool('gs');
  it.skipIf(!ghostscript)('prints its text, its greys and its grey pictures on the black plate alone', async () => {
    const { pdf } = await sheets(
      '#text(size: 30pt)[Đen] #text(fill: cmyk(0%, 0%, 0%, 40%))[xám] #image("/grey.jpg", width: 40mm)',
      {
        '/grey.jpg': await grey(),
      },
    );
    const file = path.join(folder, 'plates.pdf');
    writeFileSync(file, pdf);
    runTool('gs', [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=tiffsep',
      '-r72',
      '-sOutputFile=' + path.join(folder, 'p-%d.tif'),
      file,
    ]);
    const ink = async (plate: string) => {
      // Inside the trim and above the line that says that the piece is not approved.
      const { data } = await sharp(path.join(folder, `p-1(${plate}).tif`))
        .extract({ left: 30, top: 30, width: 270, height: 190 })
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return data.reduce((most, light) => Math.max(most, 255 - light), 0);
    };
    expect([await ink('Cyan'), await ink('Magenta'), await ink('Yellow')]).toEqual([0, 0, 0]);
    expect(await ink('Black')).toBe(255);
    const all = await sharp(readFileSync(path.join(folder, 'p-1(Cyan).tif')))
      .extract({ left: 20, top: 0, width: 18, height: 20 })
      .raw()
      .toBuffer();
    expect(Math.min(...all), 'the crop marks are on every plate').toBeLessThan(128);
  });

  const qpdf = hasTool('qpdf');
  it.skipIf(!qpdf)('is sound to qpdf', async () => {
    const file = path.join(folder, 'sound.pdf');
    writeFileSync(file, (await sheets('Một #pagebreak() Hai')).pdf);
    expect(runTool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  });
});
