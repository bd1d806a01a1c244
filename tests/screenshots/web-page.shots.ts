import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from '@playwright/test';
import { openBareWindow } from '../bench/bare-editor';
import { writeGalleryPiece } from '../support/gallery-piece';
import { newMachine, removeMachine } from '../support/launch';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'test-results', 'screens');

/** The exported web page of the sample and of a piece with galleries, from desk to phone, in both themes and on paper. */
test('web pages', async () => {
  const machine = newMachine();
  mkdirSync(folder, { recursive: true });
  const galleries = await writeGalleryPiece(path.join(machine.desk, 'chum-anh'));
  const pages = new Map<string, string>();
  for (const [name, given] of [
    ['sample', ['--sample', '--unapproved']],
    ['proof', ['--sample']],
    ['galleries', [galleries, '--unapproved']],
  ] as const) {
    const out = path.join(machine.files, name);
    const told = execFileSync(
      process.execPath,
      [path.join(root, 'out', 'main', 'cli.js'), 'export', ...given, '--to', 'web', '--out', out, '--json'],
      { encoding: 'utf8' },
    );
    const { files } = JSON.parse(told) as { readonly files: readonly string[] };
    const html = files.find((file) => file.endsWith('index.html')) ?? '';
    pages.set(name, path.resolve(out, html));
  }
  execFileSync('chmod', ['-R', 'a+rX', machine.files]);
  chmodSync(machine.files, 0o755);

  const { app, page } = await openBareWindow(machine);
  for (const [name, file] of pages) {
    await page.goto(pathToFileURL(file).href);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        // Pictures that are loaded late are asked for as the page is scrolled.
        await page.evaluate(async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 600) {
            scrollTo(0, y);
            await new Promise((resolve) => setTimeout(resolve, 60));
          }
          scrollTo(0, 0);
        });
        await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
        await page.screenshot({ path: path.join(folder, `web-${name}-${colorScheme}-${width}.png`), fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const bytes = await window?.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true });
      return bytes?.toString('base64') ?? '';
    });
    const paper = path.join(folder, `web-${name}-paper.pdf`);
    writeFileSync(paper, Buffer.from(pdf, 'base64'));
    execFileSync('pdftoppm', ['-r', '60', '-png', paper, paper.replace('.pdf', '')]);
  }
  await app.close();
  removeMachine(machine);
});
