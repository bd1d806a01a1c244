import { defineConfig } from '@playwright/test';
import path from 'node:path';

/** The benches: figures, never pass or fail. Run by `npm run bench` on the built app. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.bench.ts',
  outputDir: path.resolve(import.meta.dirname, '..', '..', 'test-results', 'bench'),
  globalSetup: path.join(import.meta.dirname, '..', 'support', 'stage.ts'),
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  reporter: [[path.join(import.meta.dirname, 'table-reporter.ts')]],
});
