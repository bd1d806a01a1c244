import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { pressFontFiles } from './fonts';

/** Typst's compiler, 28 MB: read as bytes by the press process, never imported, because the page's CSP forbids WASM. */
const typst = path.join(
  'node_modules',
  '@myriaddreamin',
  'typst-ts-web-compiler',
  'pkg',
  'typst_ts_web_compiler_bg.wasm',
);

/** Lays out/press/typst.wasm, out/press/conditions/*.icc and out/fonts/*.ttf beside the built main process: all that the press reads as bytes. */
export function pressFiles(root: string): Plugin {
  return {
    name: 'galley-press-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'main',
    writeBundle() {
      const press = path.join(root, 'out', 'press');
      const fonts = path.join(root, 'out', 'fonts');
      // A face taken off the table must not live on in an old folder.
      rmSync(fonts, { recursive: true, force: true });
      mkdirSync(press, { recursive: true });
      mkdirSync(fonts, { recursive: true });
      copyFileSync(path.join(root, typst), path.join(press, 'typst.wasm'));
      cpSync(path.join(root, 'electron', 'press', 'conditions'), path.join(press, 'conditions'), {
        recursive: true,
        // The licences travel with the profiles.
        filter: (file) => !file.endsWith('.ts'),
      });
      for (const file of pressFontFiles(root)) copyFileSync(file, path.join(fonts, path.basename(file)));
    },
  };
}
