import { expect, test } from '@playwright/test';
import { paste, readClipboard } from '../support/clipboard';
import type { ClipboardContent } from '../support/clipboard';
import { key, lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open());

const now = async () => lines(await desk.read());
const put = async (content: ClipboardContent) => {
  await paste(desk.app, desk.page, content);
  await desk.page.waitForTimeout(200);
};

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=VI><p class=MsoNormal><b><span lang=VI style='font-size:13pt'>Hỏi: Kết quả?<o:p></o:p></span></b></p><p class=MsoNormal>Năm nay, <i>cả xã</i> ${'tiến bộ'.normalize('NFD')}.<o:p></o:p></p><p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Mục một</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><table><tr><td><p class=MsoNormal>Ô 1</p></td><td><p class=MsoNormal>Ô 2</p></td></tr></table><img src="file:///C:/x.png"></body></html>`;
const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:700;">Khó khăn?</span></p><br><p dir="ltr"><span style="font-style:italic;">Nghiêng</span><span style="font-weight:400;"> và thường.</span></p><ul><li dir="ltr"><p dir="ltr"><span>Gạch một</span></p></li><li><p><span style="font-weight:600">Gạch hai</span></p></li></ul></b>`;
const WEB = `<article><h1>Tít web</h1><p>Đoạn <a href="javascript:alert(1)" onclick="x()">một</a> và <a href="https://example.vn/a">hai</a><img src=x onerror="window.pwn=1"></p><script>window.pwn=2</script><blockquote>Trích</blockquote><p>H<sub>2</sub>O</p></article>`;

const SOURCES: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    'Word',
    WORD,
    ['paragraph:Hỏi: Kết quả?', 'paragraph:Năm nay, cả xã tiến bộ.', 'list:Mục một', 'paragraph:Ô 1', 'paragraph:Ô 2'],
    'Hỏi: Kết quả? Năm nay, cả xã tiến bộ. Mục một Ô 1 Ô 2',
  ],
  [
    'Google Docs',
    DOCS,
    ['paragraph:Khó khăn?', 'paragraph:Nghiêng và thường.', 'list:Gạch một|Gạch hai'],
    'Khó khăn? Nghiêng và thường. Gạch một Gạch hai',
  ],
  [
    'a web page',
    WEB,
    ['subhead:Tít web', 'paragraph:Đoạn một và hai', 'pullQuote:Trích|', 'paragraph:H2O'],
    'Tít web Đoạn một và hai Trích H2O',
  ],
];

for (const [name, html, blocks, line] of SOURCES) {
  test(`from ${name}, twice under the shipping policy (second-rich-paste)`, async () => {
    for (let round = 0; round < 2; round += 1) {
      await desk.open();
      await desk.caret('occasion', 'end');
      await key(desk, 'Enter');
      await put({ html, text: 'PLAIN' });
      expect((await now()).slice(1, 1 + blocks.length)).toEqual(blocks);
      const piece = await desk.read();
      expect(JSON.stringify(piece).normalize('NFC')).toBe(JSON.stringify(piece));
      expect(JSON.stringify(piece)).not.toContain('javascript');
      await desk.run('undo');
      expect((await now())[1]).toBe('paragraph:');
    }
    await desk.open();
    await desk.caret('headline', 'end');
    await put({ html, text: 'PLAIN' });
    expect((await desk.read()).headline.map((run) => run.text).join('')).toBe(`Nước ngầm ở lại${line}`);
    expect(await desk.page.evaluate(() => 'pwn' in window)).toBe(false);
    expect(await desk.stage(({ errors }) => errors.filter((one) => one.includes('[editor]')))).toEqual([]);
  });
}

test('marks and safe links stay, and what was dropped is told', async () => {
  await desk.caret('occasion', 'end');
  await key(desk, 'Enter');
  await put({ html: WEB });
  const text = JSON.stringify((await desk.read()).body);
  expect(text).toContain('"link":"https://example.vn/a"');
  expect(text).toContain('"subscript"');
  const rules = await desk.stage(({ remarks }) => remarks.map(({ rule }) => rule));
  expect(rules).toEqual(expect.arrayContaining(['paste-pictures', 'paste-links', 'paste-scripts']));
});

test('plain-lines-into-credit: lines get a space between in a single line, and blocks in the body', async () => {
  await desk.caret('photo credit', 'end');
  await put({ text: ' dòng một\ndòng hai\n\nba' });
  expect((await now())[1]).toContain('Ảnh: NXdòng một dòng hai ba');
  await desk.caret('byline', 'start');
  await put({ text: 'A\nB ' });
  expect((await desk.read()).byline[0]?.name).toBe('A BNguyễn Xuân');
  await desk.caret('a2', 'end');
  await put({ text: ' một\n\nhai' });
  const body = await now();
  const from = body.findIndex((line) => line.startsWith('answer:Một số'));
  expect(body.slice(from, from + 2)).toEqual(['answer:Một số hạn chế.một', 'answer:hai']);
});

test('copy and paste of a photo keeps its texts and gets a new id', async () => {
  await desk.page.locator('.galley-image').click();
  await desk.page.keyboard.press('ControlOrMeta+c');
  await desk.page.waitForTimeout(150);
  const plain = (await readClipboard(desk.app)).text;
  expect(plain).toContain('Ông Ama Hlan');
  await desk.caret('end', 'end');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await desk.page.waitForTimeout(150);
  const photos = (await desk.read()).body.filter(({ kind }) => kind === 'photo');
  expect(photos).toHaveLength(2);
  expect({ ...photos[0], id: '' }).toEqual({ ...photos[1], id: '' });
  expect(photos[0]?.id).not.toBe(photos[1]?.id);
});

test('pasting on a selected photo puts the text below it', async () => {
  await desk.page.locator('.galley-image').click();
  await put({ text: 'Dưới ảnh' });
  expect((await now())[2]).toBe('paragraph:Dưới ảnh');
});

test('what is cut and pasted keeps its id', async () => {
  await desk.select(['a11', 0], ['q2', 11]);
  await desk.page.keyboard.press('ControlOrMeta+x');
  await desk.page.waitForTimeout(150);
  await desk.caret('end', 'end');
  await key(desk, 'Enter');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await desk.page.waitForTimeout(150);
  const ids = (await desk.read()).body.map(({ id }) => id);
  expect(ids).toContain('q2');
  expect(new Set(ids).size).toBe(ids.length);
});

test('numbered lists from Word stay numbered, dotted ones do not become so', async () => {
  const item = (mark: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span>${text}</p>`;
  await desk.caret('a2', 'end');
  await key(desk, 'Enter');
  await put({
    html: [item('1.', 'Một'), item('2.', 'Hai'), '<p>Giữa</p>', item('·', 'Chấm'), item('-', 'Gạch')].join(''),
  });
  const lists = (await desk.read()).body.flatMap((block) => (block.kind === 'list' ? [block] : []));
  expect(lists.map(({ ordered, items }) => [ordered, items.length])).toEqual([
    [true, 2],
    [false, 2],
    [false, 2],
  ]);
});

test('several blocks pasted into an item become items, into a box paragraphs; what stood behind the caret follows', async () => {
  await desk.caret('list 0', 1);
  await put({ html: '<p>A</p><ul><li>B</li><li>C</li></ul>' });
  expect(await now()).toContain('list:MA|B|Cột|Hai');
  await desk.run('undo');
  await desk.caret('box 0', 'end');
  await put({ text: ' một\nhai\nba' });
  expect(await now()).toContain('box:Con số|Bốn giếngmột|hai|ba|Hai đập');
  await desk.run('undo');
  await desk.caret('list 1', 'end');
  await put({ text: 'X' });
  expect(await now()).toContain('list:Một|HaiX');
});

test('a hostile page neither hangs nor passes', async () => {
  await desk.caret('a2', 'end');
  await put({
    html: '<form><input name=parentNode><input name=attributes><input name=childNodes></form>',
    text: 'Chữ',
  });
  expect(await now()).toContain('answer:Một số hạn chế.Chữ');
});

test('find over slots and body, without accents, and replace all as one step', async () => {
  const found = await desk.page.evaluate(() =>
    window.stage.editor?.find({ text: 'ama hlan', accents: false, matchCase: false }),
  );
  expect(found).toEqual({ count: 2, current: 1 });
  const accented = await desk.page.evaluate(() =>
    window.stage.editor?.find({ text: 'Nuoc', accents: true, matchCase: false }),
  );
  expect(accented?.count).toBe(0);
  await desk.page.evaluate(() => window.stage.editor?.find({ text: 'nuoc', accents: false, matchCase: false }));
  const replaced = await desk.page.evaluate(() => window.stage.editor?.replaceAll('Nguồn'));
  expect(replaced).toBe(2);
  expect((await desk.read()).headline).toEqual([{ text: 'Nguồn ngầm ở lại' }]);
  await desk.run('undo');
  expect(await now()).toEqual(lines(sample()));
});

test('variables are filled everywhere as one step', async () => {
  await desk.open({ ...sample(), headline: [{ text: 'Nhân {{dịp}}' }] });
  await desk.page.evaluate(() => window.stage.editor?.fillVariables([{ label: 'dịp', value: 'Tết' }]));
  expect((await desk.read()).headline).toEqual([{ text: 'Nhân Tết' }]);
  await desk.run('undo');
  expect((await desk.read()).headline).toEqual([{ text: 'Nhân {{dịp}}' }]);
});
