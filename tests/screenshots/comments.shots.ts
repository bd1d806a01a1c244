import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Thread } from '../../shared/interview/threads';
import type { Block, Interview, Text } from '../../shared/interview/types';
import { mapBlockTexts } from '../../shared/interview/visit';
import { plainText } from '../../shared/interview/text';
import { test } from '../support/launch';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

const SAID: readonly (readonly [string, string])[] = [
  ['Lê Hoa', 'Con số này lấy ở đâu? Ghi rõ nguồn giúp.'],
  ['Trần Nam', 'Câu dài quá, tách làm hai.'],
  ['Y Đăng Niê', 'Kiểm lại tên riêng: có dấu hay không?'],
  ['Lê Hoa', '@Trần Nam đối chiếu với bản ghi âm, đoạn phút thứ 12.'],
  ['Trần Nam', 'Chỗ này trùng ý với câu trả lời trước, nên bỏ một.'],
];
const ANSWERS: readonly (readonly [string, string])[] = [
  ['Trần Nam', 'Theo báo cáo tháng 9 của Sở, em gửi kèm trong thư mục.'],
  ['Lê Hoa', 'Được, nhưng thêm “theo số liệu của Sở” vào câu.'],
];

/** Thirty threads on words down the text, some answered, two settled, two whose words are gone, one on a whole block. */
function commented(piece: Interview): Interview {
  const threads: Thread[] = [];
  const at = Date.now() - 3_600_000;
  const add = (quote: string, anchor: Thread['anchor'], answered: boolean): string => {
    const number = threads.length;
    const [by, text] = SAID[number % SAID.length] ?? ['Lê Hoa', ''];
    const replies = answered ? ANSWERS.slice(0, 1 + (number % 2)) : [];
    const id = `thread${number}`;
    threads.push({
      id,
      anchor,
      quote,
      comments: [[by, text] as const, ...replies].map(([who, said], index) => ({
        id: `${id}-${index}`,
        by: who,
        at: at + number * 60_000 + index * 30_000,
        text: said,
      })),
      ...(number === 4 || number === 9 ? { resolved: { by: 'Lê Hoa', at: at + 100 } } : {}),
    });
    return id;
  };
  const mark = (block: Block, text: Text): Text => {
    const words = plainText(text).split(' ');
    if (words.length < 12 || threads.length > 24) return text;
    const marked = [3, ...(words.length > 40 ? [22] : [])];
    const runs = words.map((word, index) => {
      const first = marked.find((one) => index >= one && index < one + 4);
      const id = first === undefined ? undefined : `${block.id}-${first}`;
      return { text: index === 0 ? word : ` ${word}`, ...(id ? { threads: [id] } : {}) };
    });
    return marked.reduce<Text>((now, first, which) => {
      const quote = words.slice(first, first + 4).join(' ');
      const id = add(quote, { kind: 'words', place: { block: block.id, part: 'text' } }, which === 0);
      return now.map((run) => (run.threads?.[0] === `${block.id}-${first}` ? { ...run, threads: [id] } : run));
    }, runs);
  };
  const body = piece.body.map((block) =>
    block.kind === 'photo' ? block : mapBlockTexts(block, (text) => mark(block, text)),
  );
  const photo = body.find(({ kind }) => kind === 'photo');
  if (photo) add('Ảnh', { kind: 'block', block: photo.id }, false);
  add(plainText(piece.headline), { kind: 'field', field: 'headline' }, true);
  add('người dân phấn khởi lắm', { kind: 'words', place: { block: 'gone', part: 'text' } }, false);
  add('theo ông thì chưa đủ', { kind: 'words', place: { block: 'gone', part: 'text' } }, true);
  return { ...piece, body, threads };
}

for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    test(`comments, ${theme}, ${width}`, async ({ launch }) => {
      const first = await launch({ args: ['--sample'] });
      await first.close();
      const file = readdirSync(first.machine.desk, { recursive: true })
        .map(String)
        .find((name) => name.endsWith('interview.json'));
      const json = path.join(first.machine.desk, file ?? '');
      writeFileSync(json, JSON.stringify(commented(JSON.parse(readFileSync(json, 'utf8')) as Interview)));
      const { page } = await launch({ machine: first.machine });
      await page.setViewportSize({ width, height });
      const shot = async (name: string): Promise<void> => {
        await page.waitForTimeout(450);
        await page.screenshot({ path: path.join(folder, `comments-${theme}-${width}-${name}.png`) });
      };
      await page.evaluate(
        (wanted) =>
          (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
            'settings:write',
            { theme: wanted, profiles: [{ id: 'hoa', name: 'Lê Hoa', role: 'editor' }], profile: 'hoa' },
          ),
        theme,
      );
      await page.locator('.galley-text').waitFor();
      await page.keyboard.press('ControlOrMeta+5');
      await shot('list');
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('F9');
      await shot('active');
      await page.keyboard.press('ControlOrMeta+Alt+r');
      await page.keyboard.type('Đã sửa, @');
      await shot('reply');
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: /^Xem/ }).selectOption('detached');
      await page.locator('.thread-head').first().click();
      await shot('detached');
      await page.getByRole('combobox', { name: /^Xem/ }).selectOption('open');
      await page.locator('.galley-headline').click();
      await page.keyboard.press('ControlOrMeta+Alt+m');
      await shot('new');
    });
  }
}
