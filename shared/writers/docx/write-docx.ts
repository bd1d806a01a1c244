import { NS, RELATION, RELATIONSHIPS } from '../../docx/namespaces';
import type { DocxProperties } from '../../docx/properties';
import type { Thread } from '../../interview/threads';
import type { StyleNames } from '../hand-off/styles';
import { element, xmlText, XML_HEAD } from '../hand-off/xml';
import type { PackagePart } from '../package-part';
import { commentsParts } from './comments-parts';
import { CUSTOM_PROPERTIES, customProperties, namedProperties } from './custom-properties';
import { BULLETS, documentPart, FIRST_ORDERED, FOOTER_ID, HEADER_ID, linkId, pictureId } from './document-part';
import type { DocumentContent } from './content';
import { stylesPart } from './looks';
import { footerPart, headerPart } from './page-lines';
import type { DocxPicture } from './picture-xml';

export interface DocxInput {
  readonly parts: readonly DocumentContent[];
  readonly threads: readonly Thread[];
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  readonly names: StyleNames;
  readonly language: string;
  readonly title: string;
  /** Who signs, as printed; no name of the machine or of the one who exports. */
  readonly author: string;
  /** ISO 8601, to the second, in UTC. */
  readonly made: string;
  /** The words before the number of the page. */
  readonly footer: string;
  /** Stands on every page, as the mark of a proof does. */
  readonly header?: string;
  readonly properties: DocxProperties;
  /** Changes are recorded from the first key on; protected: nobody may switch that off. */
  readonly tracking?: 'on' | 'protected';
}

/** The parts of a .docx in their order; zipped they open in Word, LibreOffice and Google Docs. */
export function writeDocx(input: DocxInput): readonly PackagePart[] {
  const { parts, threads, pictures, names, language, footer, header } = input;
  const document = documentPart({ parts, threads, pictures, hasHeader: header !== undefined });
  const comments = threads.length > 0 ? commentsParts(threads) : null;
  const files = [...pictures.values()].map(({ bytes }, index) => ({
    path: `word/media/${index + 1}.jpg`,
    contents: bytes,
  }));
  const relations = [
    relation('rId1', RELATION.styles, 'styles.xml'),
    relation('rId2', RELATION.numbering, 'numbering.xml'),
    relation('rId3', RELATION.settings, 'settings.xml'),
    relation(FOOTER_ID, RELATION.footer, 'footer1.xml'),
    ...(header === undefined ? [] : [relation(HEADER_ID, RELATION.header, 'header1.xml')]),
    ...(comments
      ? [
          relation('rId4', RELATION.comments, 'comments.xml'),
          relation('rId5', RELATION.commentsExtended, 'commentsExtended.xml'),
        ]
      : []),
    ...files.map((_, index) => relation(pictureId(index), RELATION.image, `media/${index + 1}.jpg`)),
    ...document.links.map((link, index) => relation(linkId(index), RELATION.hyperlink, link, true)),
  ];
  return [
    {
      path: '[Content_Types].xml',
      contents: contentTypes({ comments: comments !== null, header: header !== undefined }),
    },
    { path: '_rels/.rels', contents: packageRelations() },
    { path: 'word/document.xml', contents: document.xml },
    { path: 'word/_rels/document.xml.rels', contents: relationsPart(relations) },
    { path: 'word/styles.xml', contents: stylesPart(names, language) },
    { path: 'word/numbering.xml', contents: numberingPart(parts) },
    { path: 'word/settings.xml', contents: settingsPart(input) },
    { path: 'word/footer1.xml', contents: footerPart(footer) },
    ...(header === undefined ? [] : [{ path: 'word/header1.xml', contents: headerPart(header) }]),
    ...(comments
      ? [
          { path: 'word/comments.xml', contents: comments.comments },
          { path: 'word/commentsExtended.xml', contents: comments.extended },
        ]
      : []),
    { path: 'docProps/core.xml', contents: coreProperties(input) },
    { path: CUSTOM_PROPERTIES, contents: customProperties(namedProperties(input.properties)) },
    ...files,
  ];
}

const TYPES = 'application/vnd.openxmlformats-officedocument';
const WORD_TYPES = `${TYPES}.wordprocessingml`;

function contentTypes(has: { readonly comments: boolean; readonly header: boolean }): string {
  const over = (path: string, type: string) => element('Override', { PartName: path, ContentType: type });
  return (
    XML_HEAD +
    element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'jpg', ContentType: 'image/jpeg' }),
      over('/word/document.xml', `${WORD_TYPES}.document.main+xml`),
      over('/word/styles.xml', `${WORD_TYPES}.styles+xml`),
      over('/word/numbering.xml', `${WORD_TYPES}.numbering+xml`),
      over('/word/settings.xml', `${WORD_TYPES}.settings+xml`),
      over('/word/footer1.xml', `${WORD_TYPES}.footer+xml`),
      ...(has.header ? [over('/word/header1.xml', `${WORD_TYPES}.header+xml`)] : []),
      ...(has.comments
        ? [
            over('/word/comments.xml', `${WORD_TYPES}.comments+xml`),
            over('/word/commentsExtended.xml', `${WORD_TYPES}.commentsExtended+xml`),
          ]
        : []),
      over('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      over('/docProps/custom.xml', `${TYPES}.custom-properties+xml`),
    ])
  );
}

function relation(id: string, type: string, target: string, outside = false): string {
  return element('Relationship', { Id: id, Type: type, Target: target, TargetMode: outside ? 'External' : undefined });
}

function relationsPart(relations: readonly string[]): string {
  return XML_HEAD + element('Relationships', { xmlns: RELATIONSHIPS }, relations);
}

function packageRelations(): string {
  return relationsPart([
    relation('rId1', RELATION.document, 'word/document.xml'),
    relation('rId2', RELATION.core, 'docProps/core.xml'),
    relation('rId3', RELATION.custom, 'docProps/custom.xml'),
  ]);
}

/** One list of dashes for all, and one list of numbers for each ordered list, so that each begins with 1. */
function numberingPart(parts: readonly DocumentContent[]): string {
  const groups = new Set(
    parts.flatMap((part) => (part.kind === 'paragraph' && part.list?.ordered ? [part.list.group] : [])),
  );
  const level = (format: string, text: string) =>
    element('w:lvl', { 'w:ilvl': 0 }, [
      element('w:start', { 'w:val': 1 }),
      element('w:numFmt', { 'w:val': format }),
      element('w:lvlText', { 'w:val': text }),
      element('w:lvlJc', { 'w:val': 'left' }),
      element('w:pPr', {}, element('w:ind', { 'w:left': 567, 'w:hanging': 283 })),
    ]);
  const kinds = [
    element('w:abstractNum', { 'w:abstractNumId': 0 }, level('bullet', '–')),
    element('w:abstractNum', { 'w:abstractNumId': 1 }, level('decimal', '%1.')),
  ];
  const ordered = [...groups].map((group) =>
    element('w:num', { 'w:numId': FIRST_ORDERED + group }, [
      element('w:abstractNumId', { 'w:val': 1 }),
      element('w:lvlOverride', { 'w:ilvl': 0 }, element('w:startOverride', { 'w:val': 1 })),
    ]),
  );
  const bullets = element('w:num', { 'w:numId': BULLETS }, element('w:abstractNumId', { 'w:val': 0 }));
  return XML_HEAD + element('w:numbering', { 'xmlns:w': NS.w }, [...kinds, bullets, ...ordered]);
}

function settingsPart({ tracking }: DocxInput): string {
  const compat = { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 };
  return (
    XML_HEAD +
    element('w:settings', { 'xmlns:w': NS.w }, [
      tracking ? element('w:trackRevisions') : '',
      tracking === 'protected'
        ? element('w:documentProtection', { 'w:edit': 'trackedChanges', 'w:enforcement': 1 })
        : '',
      element('w:defaultTabStop', { 'w:val': 567 }),
      element('w:compat', {}, element('w:compatSetting', compat)),
    ])
  );
}

function coreProperties({ title, author, language, made }: DocxInput): string {
  const names = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  const text = (name: string, value: string, values = {}) =>
    value === '' ? '' : element(name, values, xmlText(value));
  return (
    XML_HEAD +
    element('cp:coreProperties', names, [
      text('dc:title', title),
      text('dc:creator', author),
      text('dc:language', language),
      text('dcterms:created', made, time),
      text('dcterms:modified', made, time),
    ])
  );
}
