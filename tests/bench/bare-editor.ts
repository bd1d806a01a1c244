import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import path from 'node:path';
import { build } from 'vite';
import type { Machine } from '../support/launch';
import { startElectron } from '../support/launch';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Builds the page with nothing but Lexical on it; returns its file. */
export async function buildBareEditor(): Promise<string> {
  const outDir = path.join(root, 'out', 'bench');
  await build({
    root: path.join(import.meta.dirname, 'bare-lexical'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome130' },
  });
  return path.join(outDir, 'index.html');
}

export interface BareWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** From the start of the process to the page's own word that it is ready, in milliseconds. */
  readonly readyAfter: number;
}

/** The least Electron can do: one window, empty or with the page in `file`. */
export async function openBareWindow(machine: Machine, file?: string): Promise<BareWindow> {
  const began = performance.now();
  const app = await startElectron(machine, {
    args: [`--user-data-dir=${machine.folder}/bare-profile`, path.join(import.meta.dirname, 'empty-window')],
    env: file ? { BARE_PAGE: file } : {},
  });
  const page = await app.firstWindow();
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return { app, page, cdp: await page.context().newCDPSession(page), readyAfter: performance.now() - began };
}
