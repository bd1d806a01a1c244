import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** A worker of `electron/press` built as the app builds it, so that a thread of plain Node can run it. */
export interface BuiltWorker {
  readonly script: string;
  remove(): void;
}

const root = path.resolve(import.meta.dirname, '../../../..');

/** `name` is the file in electron/press without its ending. It stands in the project's own `out/`, where packages are found. */
export async function buildWorker(name: 'worker' | 'picture-worker'): Promise<BuiltWorker> {
  const folder = mkdtempSync(path.join(root, 'out', 'test-worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      ssr: path.join(root, 'electron/press', `${name}.ts`),
      rollupOptions: { external: ['sharp'], output: { entryFileNames: 'worker.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return { script: path.join(folder, 'worker.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
