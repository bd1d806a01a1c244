import react from '@vitejs/plugin-react';
import { mkdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import { fontAlias } from '../../../electron/build/fonts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** Builds the page that shows the editor alone, and a main process for it; gives the folder to start Electron with. */
export async function buildStage(): Promise<string> {
  const folder = path.join(root, 'out', 'stage');
  const common = { configFile: false, logLevel: 'error', resolve: { alias: [fontAlias(root)] } } as const;
  await build({
    ...common,
    root: import.meta.dirname,
    base: './',
    plugins: [react()],
    build: {
      outDir: path.join(folder, 'page'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  await build({
    ...common,
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'main.ts'),
      outDir: path.join(folder, 'main'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        external: ['electron', /^node:/, ...builtinModules],
        output: { format: 'es', entryFileNames: 'main.js' },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'galley-stage', type: 'module', main: 'main/main.js' }),
  );
  return folder;
}
