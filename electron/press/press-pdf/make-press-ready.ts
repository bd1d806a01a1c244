import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFDocument, PDFHeader, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { PressCondition } from '../conditions/conditions';
import { writeMetadata } from './metadata';
import type { PressTitle } from './metadata';
import { decoded, latin1, PageColours } from './page-colours';
import { boxesOf, cropMarks, MM, SLUG } from './sheet';
import type { TrimmedPage } from './sheet';

export interface PressReady {
  readonly pdf: Uint8Array;
  /** What is on the pages and is neither CMYK nor grey, in the file's own words; empty when all prints as it stands. */
  readonly foreign: readonly string[];
}

/** The sizes of the pages that a PDF holds. */
export async function pageSizes(pdf: Uint8Array): Promise<readonly TrimmedPage[]> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false });
  return doc.getPages().map((page) => page.getSize());
}

/**
 * Turns trimmed pages into sheets for the press, as PDF/X-4 (ISO 15930-7) wants them as far as it can be checked here:
 * boxes, marks, the slug sheet over each page, black that overprints, output intent, XMP equal to Info, ID.
 */
export async function makePressReady(
  printed: { readonly pages: Uint8Array; readonly slug: Uint8Array },
  condition: PressCondition,
  title: PressTitle,
): Promise<PressReady> {
  const source = await PDFDocument.load(printed.pages, { updateMetadata: false });
  for (const page of source.getPages()) {
    // Neither links nor the tree of tags are printed; without them their objects stay behind.
    for (const key of ['Annots', 'StructParents', 'Tabs']) page.node.delete(PDFName.of(key));
  }
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const pages = await doc.copyPages(source, source.getPageIndices());
  const slugs = await doc.embedPdf(
    await PDFDocument.load(printed.slug, { updateMetadata: false }),
    pages.map((_, index) => index),
  );
  await doc.flush();

  const registration = registrationColour(doc);
  const colours = new PageColours(context);
  for (const [index, page] of pages.entries()) {
    const slug = slugs[index];
    if (slug === undefined) throw new Error('the slug has fewer pages than the piece');
    doc.addPage(page);
    await slug.embed();
    layOnSheet(page, slug.ref, registration, colours);
  }
  context.header = PDFHeader.forVersion(1, 6);
  doc.catalog.set(PDFName.of('OutputIntents'), context.obj([await outputIntent(doc, condition)]));
  writeMetadata(doc, title);
  const pdf = await doc.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
  return { pdf, foreign: [...colours.foreign] };
}

function layOnSheet(page: PDFPage, slug: PDFRef, registration: PDFRef, colours: PageColours): void {
  const trimmed = page.getSize();
  const { media, bleed, trim } = boxesOf(trimmed);
  const { context } = page.doc;
  const resources = page.node.Resources() ?? context.obj({});
  page.node.set(PDFName.of('Resources'), resources);
  const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
  if (group) colours.group(group);

  entry(resources, 'XObject').set(PDFName.of('GalleySlug'), slug);
  entry(resources, 'ColorSpace').set(PDFName.of('GalleyAll'), registration);
  const body = colours.content(contentOf(page), resources);
  const shift = SLUG * MM;
  const content = [
    `q 1 0 0 1 ${shift.toFixed(3)} ${shift.toFixed(3)} cm\n${body}\nQ\n`,
    'q /GalleySlug Do Q\n',
    `q /GalleyAll CS 1 SCN 0.25 w\n${cropMarks(trimmed)}Q\n`,
  ].join('');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(latin1(content))));

  page.setMediaBox(...media);
  page.setBleedBox(...bleed);
  page.setTrimBox(...trim);
  // One of ArtBox and TrimBox only (ISO 15930-7, 6.8); a CropBox would hide the slug.
  for (const key of ['ArtBox', 'CropBox']) page.node.delete(PDFName.of(key));
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents];
  return streams.map((stream) => (stream instanceof PDFRawStream ? decoded(stream) : '')).join('\n');
}

function entry(resources: PDFDict, kind: string): PDFDict {
  const key = PDFName.of(kind);
  const found = resources.lookupMaybe(key, PDFDict) ?? resources.context.obj({});
  resources.set(key, found);
  return found;
}

/** All plates at once, in full: what marks are drawn with. Four full inks would miss the plate of a spot colour. */
function registrationColour(doc: PDFDocument): PDFRef {
  const { context } = doc;
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]));
}

async function outputIntent(doc: PDFDocument, condition: PressCondition): Promise<PDFRef> {
  const { context } = doc;
  const profile = context.register(context.flateStream(new Uint8Array(await readFile(condition.profile)), { N: 4 }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: profile });
  const words = {
    OutputConditionIdentifier: condition.identifier,
    OutputCondition: condition.description,
    Info: condition.description,
    ...(condition.identifier === 'Custom' ? {} : { RegistryName: 'http://www.color.org' }),
  };
  for (const [key, text] of Object.entries(words)) intent.set(PDFName.of(key), PDFString.of(ascii(text)));
  return context.register(intent);
}

/** As a PDF string in PDFDocEncoding without escapes. */
function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^ -~]/g, '')
    .replace(/[\\()]/g, '\\$&');
}
