import { z } from '../../shared/zod';
import { readStamp, stampSchema, writeStamp, type Stamp } from '../../shared/review/manifest';
import { failed, ok, type Result } from '../../shared/result';
import { sha256 } from '../sha256';

/** Where the whole stamp stands in the document's information; the keywords show the seal to people. */
const INFO_KEY = 'GalleySeal';

const carried = z.strictObject({
  stamp: stampSchema,
  /** How many bytes the page had before it was stamped, and their sum. */
  length: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * The PDF with its seal written behind it as an incremental update: not one byte of the page itself changes, so that the sum
 * of the page can stand in the file. The same page and stamp give the same bytes.
 */
export async function stampPdf(pdf: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  const { PDFDocument, PDFDict, PDFHexString, PDFName } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const value = { stamp: writeStamp(stamp, sha256), length: pdf.length, sha256: sha256(pdf) };
  document.setKeywords([stamp.kind === 'sealed' ? `galley-seal:${stamp.seal.hash}` : 'galley-seal:unapproved']);
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  // As an object of its own: the library tells the size of the file's table wrongly when the last object is an old one.
  info.set(PDFName.of(INFO_KEY), document.context.register(PDFHexString.fromText(JSON.stringify(value))));
  return await document.save({ useObjectStreams: false });
}

/** unstamped: no seal of ours is in it; changed: something of the file is not as it was stamped; forged: the seal itself. */
export type PdfFault = 'unreadable' | 'unstamped' | 'changed' | 'forged';

/** The stamp of a PDF whose every byte is as it was when it was stamped. */
export async function readPdfStamp(pdf: Uint8Array): Promise<Result<Stamp, PdfFault>> {
  const written = await infoEntry(pdf);
  if (!written.ok) return written;
  const checked = carried.safeParse(parseJson(written.value));
  if (!checked.success) return failed('forged');
  const { length, sha256: sum } = checked.data;
  const stamp = readStamp(checked.data.stamp, sha256);
  if (!stamp) return failed('forged');
  const page = pdf.subarray(0, length);
  if (length >= pdf.length || sha256(page) !== sum) return failed('changed');
  // Another update behind ours could paint over the page: the file must end where our stamp ends.
  const again = await stampPdf(page, stamp);
  return Buffer.compare(again, pdf) === 0 ? ok(stamp) : failed('changed');
}

async function infoEntry(pdf: Uint8Array): Promise<Result<string, PdfFault>> {
  const { PDFDocument, PDFDict, PDFHexString, PDFName } = await import('@cantoo/pdf-lib');
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true });
    // The parser is patient: what has no pages is no PDF for anybody.
    if (document.getPageCount() === 0) return failed('unreadable');
    const info = document.context.lookup(document.context.trailerInfo.Info);
    const entry = info instanceof PDFDict ? info.lookup(PDFName.of(INFO_KEY)) : undefined;
    return entry instanceof PDFHexString ? ok(entry.decodeText()) : failed('unstamped');
  } catch (error) {
    // The parser throws errors of many kinds on files that are no PDF or are cut short; none of them is ours.
    if (error instanceof Error) return failed('unreadable');
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
