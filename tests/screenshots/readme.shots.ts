import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '../support/launch';

const root = path.resolve(import.meta.dirname, '..', '..');
const images = path.join(root, 'docs', 'images');

test('the editor', async ({ launch }) => {
  const { page } = await launch({ args: ['--sample'] });
  await page.setViewportSize({ width: 1440, height: 900 });
  // The picture's preview is made on demand.
  await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.keyboard.press('ControlOrMeta+4');
  await page.locator('.page-image img').waitFor({ timeout: 30_000 });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(images, 'editor.png') });
});

test('the printed page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-page-'));
  execFileSync(process.execPath, [
    path.join(root, 'out', 'main', 'cli.js'),
    'export',
    '--sample',
    '--to',
    'pdf',
    // The page as it is printed: the sample is approved by nobody.
    '--unapproved',
    '--out',
    folder,
  ]);
  const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? '';
  execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', path.join(folder, pdf), path.join(images, 'page')]);
  rmSync(folder, { recursive: true });
});
