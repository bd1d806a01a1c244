import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit tests: plain Node, except where a file asks for jsdom by `// @vitest-environment jsdom`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    // The press and the guards start processes; on a busy machine the default 5 s says nothing about the code.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
