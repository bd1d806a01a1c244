import { test } from '@playwright/test';
import { interview, p, q, a, photo, pullQuote, box, closing, byline, title } from '../support/builders';
import { startDesk } from './desk-of-editor';
test('dbg', async () => {
  test.setTimeout(60000);
  const desk = await startDesk();
  await desk.open(
    interview(
      title('Nhân dịp {{dịp}}'),
      photo({ photoId: 'missing' }),
      { ...p(''), id: 'pp', prompt: 'Dịp nào, ai trả lời ai?' },
      { ...q(''), id: 'qq', prompt: 'Kết quả nổi bật?' },
      a(''),
      q(''),
      a(''),
      pullQuote(''),
      box('', ''),
      closing(''),
      byline(''),
    ),
  );
  await desk.page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await desk.page.waitForTimeout(500);
  await desk.page.screenshot({ path: '/tmp/galley-editor-dark.png' });
  console.log(await desk.stage(({ errors, csp }) => JSON.stringify([errors, csp])));
  await desk.end();
});
