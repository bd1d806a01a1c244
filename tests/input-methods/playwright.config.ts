import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Typing through the input method that `run.mjs` has started on this display. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(tmpdir(), 'results'),
  globalSetup: path.join(import.meta.dirname, '..', 'support', 'stage.ts'),
  workers: 1,
  timeout: 180_000,
  reporter: [['list']],
});
