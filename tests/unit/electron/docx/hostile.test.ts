import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../../../electron/exports/zip-parts';
import type { PackagePart } from '../../../../shared/writers/package-part';
import { a, interview, q, title } from '../../../support/builders';
import { docxParts } from '../../../support/docx';
import { call } from '../cli/call';
import { freshFolder } from '../exports/fakes';

const sound = docxParts(interview(title('Tít bài'), q('Vì sao thế ạ?'), a('Vì vậy đó.')));

async function file(
  change: (part: PackagePart) => PackagePart | null,
  more: readonly PackagePart[] = [],
): Promise<string> {
  const root = freshFolder();
  const parts = sound.flatMap((part) => change(part) ?? []);
  await zipParts(path.join(root, 'bai.docx'), [...parts, ...more]);
  return root;
}

const inBody = (edit: (xml: string) => string) => (part: PackagePart) =>
  part.path === 'word/document.xml' ? { ...part, contents: edit(String(part.contents)) } : part;

describe('a document that means harm or is broken', () => {
  const entity = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each<[string, (part: PackagePart) => PackagePart | null, RegExp]>([
    ['with entities', inBody((xml) => xml.replace('<w:document', `${entity}<w:document`)), /damaged or holds unsafe/],
    ['whose XML stops in the middle', inBody((xml) => xml.slice(0, xml.length / 2)), /damaged or holds unsafe/],
    ['that nests too deep', inBody((xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(20_000)}`)), /unsafe/],
    ['without a body', inBody((xml) => xml.replaceAll('w:body', 'w:nobody')), /cannot read this kind/],
    ['without its main part', (part) => (part.path === 'word/document.xml' ? null : part), /cannot read this kind/],
    ['that is no document', (part) => (part.path === '[Content_Types].xml' ? null : part), /cannot read this kind/],
  ])('%s is refused in one sentence', async (_, change, sentence) => {
    const root = await file(change);
    const { exit, stderr, stdout } = await call(root, ['import', 'bai.docx', '--desk', 'ban']);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('that unpacks to a thousand times its size is refused before it is unpacked', async () => {
    const root = await file(() => null, [...sound, { path: 'word/media/big.xml', contents: ' '.repeat(40_000_000) }]);
    const before = process.memoryUsage().rss;
    expect(await call(root, ['import', 'bai.docx'])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('too large'),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('of the old kind or with a password is told apart', async () => {
    const root = freshFolder();
    const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    writeFileSync(path.join(root, 'bai.doc'), Buffer.concat([head, Buffer.alloc(600)]));
    expect(await call(root, ['import', 'bai.doc'])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('.docx'),
    });
  });

  it('with macros, outside pictures, unsafe links and hidden words gives its text and tells of each', async () => {
    const outside =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rIdOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const hidden =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu kín</w:t></w:r><w:hyperlink r:id="rIdBad"><w:r><w:t>bấm đây</w:t></w:r></w:hyperlink></w:p>';
    const change = (part: PackagePart): PackagePart => {
      if (part.path !== 'word/_rels/document.xml.rels')
        return inBody((xml) => xml.replace('<w:sectPr', `${outside}${hidden}<w:sectPr`))(part);
      const relation = (id: string, type: string, target: string) =>
        `<Relationship Id="${id}" Type="x/${type}" Target="${target}" TargetMode="External"/>`;
      const more =
        relation('rIdOut', 'image', 'file:///etc/passwd') + relation('rIdBad', 'hyperlink', 'javascript:alert(1)');
      return { ...part, contents: String(part.contents).replace('</Relationships>', `${more}</Relationships>`) };
    };
    const root = await file(change, [{ path: 'word/vbaProject.bin', contents: 'macro' }]);
    const { exit, stdout, stderr } = await call(root, ['import', 'bai.docx', '--json']);
    expect(exit).toBe(0);
    expect(stdout).toContain('bấm đây');
    expect(stdout).not.toMatch(/giấu kín|javascript|passwd/);
    for (const words of ['macros', 'outside the file', 'javascript:alert(1)', 'giấu kín'])
      expect(stderr).toContain(words);
  });

  it('is refused by the way back in too, and the piece stays byte for byte', async () => {
    const root = await file(inBody((xml) => xml.replace('</w:p>', '')));
    const made = await call(root, ['import', '--sample', '--desk', 'ban', '--json']);
    expect(made.exit).toBe(0);
    const folder = made.stderr.match(/ban\/\S+/)?.[0] ?? '';
    const snapshot = path.join(root, folder, 'interview.json');
    const before = readFileSync(snapshot, 'utf8');
    expect(await call(root, ['import', 'bai.docx', '--into', folder])).toMatchObject({ exit: 1 });
    expect(readFileSync(snapshot, 'utf8')).toBe(before);
  });
});
