import { defineConfig } from '@playwright/test';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Editor and app tests in real Electron on a display of their own. The app must have been built. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results', 'playwright'),
  globalSetup: path.join(import.meta.dirname, 'support', 'stage.ts'),
  // Typing goes to the focused window, and there is one focus on a display.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'editor', testMatch: 'editor/**/*.spec.ts' },
    { name: 'app', testMatch: 'app/**/*.spec.ts' },
  ],
});
