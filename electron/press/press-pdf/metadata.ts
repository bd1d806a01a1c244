import { randomUUID } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { xmlText } from '../../../shared/writers/hand-off/xml';

/** What a press PDF says of itself; the same in its Info dictionary and in its XMP, as PDF/X-4 asks. */
export interface PressTitle {
  readonly title: string;
  readonly author: string;
  /** When it was made; kept to the second. */
  readonly made: Date;
}

const CREATOR = 'Galley';
const PRODUCER = 'Galley (Typst, pdf-lib)';

export function writeMetadata(doc: PDFDocument, { title, author, made }: PressTitle): void {
  const moment = new Date(Math.floor(made.getTime() / 1000) * 1000);
  doc.setTitle(title);
  if (author !== '') doc.setAuthor(author);
  doc.setCreator(CREATOR);
  doc.setProducer(PRODUCER);
  doc.setCreationDate(moment);
  doc.setModificationDate(moment);
  const { context } = doc;
  context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of('Trapped'), PDFName.of('False'));

  const id = randomUUID();
  const hex = PDFHexString.of(id.replaceAll('-', ''));
  context.trailerInfo.ID = context.obj([hex, hex]);
  const bytes = new TextEncoder().encode(xmp(title, author, moment, id));
  const stream = context.stream(bytes, { Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  doc.catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function xmp(title: string, author: string, made: Date, id: string): string {
  const at = `${made.toISOString().slice(0, 19)}Z`;
  const creator =
    author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>`;
  const spaces = Object.entries(NAMESPACES)
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
    .join('');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${spaces}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:MetadataDate>${at}</xmp:MetadataDate>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${PRODUCER}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
};
