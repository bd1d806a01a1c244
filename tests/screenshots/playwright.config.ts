import { defineConfig } from '@playwright/test';
import path from 'node:path';

/** The pictures of the README, and every screen in both themes for looking at. Run by `npm run screenshots` on the built app. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.shots.ts',
  outputDir: path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screenshots'),
  globalSetup: path.join(import.meta.dirname, '..', 'support', 'stage.ts'),
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  reporter: [['line']],
});
