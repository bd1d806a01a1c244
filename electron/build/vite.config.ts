import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';
import type { EnvironmentOptions } from 'vite';
import { fontAlias } from './fonts';
import { pressFiles } from './press-files';

const root = path.resolve(import.meta.dirname, '..', '..');
const external = ['electron', 'sharp', 'exiftool-vendored', /^node:/, ...builtinModules];

const mainEntries = {
  main: 'electron/main.ts',
  press: 'electron/press/worker.ts',
  pictures: 'electron/press/picture-worker.ts',
  documents: 'electron/docx/document-worker.ts',
  'photo-writer': 'electron/photos/write-worker.ts',
  cli: 'electron/cli.ts',
};
const preloadEntries = { preload: 'electron/preload.ts' };

function present(entries: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(entries).map(([name, file]) => [name, path.join(root, file)] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(file)));
}

function machineSide(folder: string, entries: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return {
    consumer: 'server',
    resolve: {
      // Everything but Electron, sharp and exiftool is bundled: the package then carries no node_modules for it.
      noExternal: true,
      external: ['electron', 'sharp', 'exiftool-vendored'],
      // Not 'import': it would hold for require() too, and hand yazl the wrong build of its checksum.
      conditions: ['node', 'module', 'default'],
    },
    build: {
      outDir: path.join(root, 'out', folder),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      ssr: false,
      copyPublicDir: false,
      rollupOptions: {
        input: entries,
        external,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunk-[name]-[hash].${extension}` },
      },
    },
  };
}

const main = present(mainEntries);
const preload = present(preloadEntries);
const page = path.join(root, 'renderer', 'index.html');

/** The one build: the window (client), the main process with press and command line (main), and the bridge (preload). */
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [react(), pressFiles(root)],
  resolve: { alias: [fontAlias(root)] },
  builder: {
    async buildApp(builder) {
      for (const [name, there] of [
        ['main', Object.keys(main).length > 0],
        ['preload', Object.keys(preload).length > 0],
        ['client', existsSync(page)],
      ] as const) {
        const environment = builder.environments[name];
        if (there && environment !== undefined) await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'out', 'renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        // The CSP has no data: fonts or styles; every asset stays a file.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        sourcemap: true,
        // Read from the disk, not from a network: one large file is fine.
        chunkSizeWarningLimit: 2000,
        rollupOptions: { input: [page] },
      },
    },
    main: machineSide('main', main, 'es'),
    // A sandboxed preload must be one CommonJS file.
    preload: machineSide('preload', preload, 'cjs'),
  },
});
