import { PDFArray, PDFDict, PDFDocument, PDFHeader, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';

/**
 * The twin of a press PDF as an archive file (PDF/A-1b): the same pages, fonts, pictures and profile under an intent
 * for which an open judge exists. Nobody gives away a judge of PDF/X; what is broken in one is broken in the other.
 */
export async function archiveTwin(press: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(press, { updateMetadata: false });
  const { context, catalog } = doc;
  context.header = PDFHeader.forVersion(1, 4);
  catalog
    .lookup(PDFName.of('OutputIntents'), PDFArray)
    .lookup(0, PDFDict)
    .set(PDFName.of('S'), PDFName.of('GTS_PDFA1'));
  const metadata = catalog.lookup(PDFName.of('Metadata'), PDFStream);
  if (!(metadata instanceof PDFRawStream)) throw new Error('the metadata is not as it was written');
  const xmp = Buffer.from(metadata.getContents())
    .toString('utf8')
    // What the archive's schemas do not know would have to be described first.
    .replace(/<pdf:Trapped>[^<]*<\/pdf:Trapped>/, '')
    .replace(/<pdfxid:GTS_PDFXVersion>[^<]*<\/pdfxid:GTS_PDFXVersion>/, '')
    .replace(/ xmlns:pdfxid="[^"]*"/, ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"')
    .replace('<dc:format>', '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><dc:format>');
  const bytes = new TextEncoder().encode(xmp);
  const stream = context.stream(bytes, { Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  return await doc.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}
