import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PRESS_FONTS, fontFileName, fontsIn, pressFontNames } from './fonts';
import type { PressResources } from './typst';

const WASM_IN_PACKAGE = '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm';

/**
 * Finds the compiler and the faces. In the packaged app they lie beside the archive: pass `process.resourcesPath`.
 * In the work tree they are in `out/` after a build, and in node_modules before one. Throws when neither is there.
 */
export async function findPressResources(packaged?: string): Promise<PressResources> {
  for (const folder of packaged ? [packaged] : roots().map((root) => path.join(root, 'out'))) {
    const found = { wasm: path.join(folder, 'press/typst.wasm'), fonts: await fontsIn(path.join(folder, 'fonts')) };
    if (existsSync(found.wasm) && found.fonts.length === pressFontNames().length) return found;
  }
  for (const root of packaged ? [] : roots()) {
    const modules = path.join(root, 'node_modules');
    const wasm = path.join(modules, WASM_IN_PACKAGE);
    if (existsSync(wasm)) return { wasm, fonts: await fontsInPackages(path.join(modules, '@expo-google-fonts')) };
  }
  throw new Error('the print engine is not installed: neither out/press/typst.wasm nor the compiler package was found');
}

/** The folders from this module upwards: the module runs from `electron/press` as well as from `out/main`. */
function roots(): readonly string[] {
  const up = [import.meta.dirname];
  for (let folder = path.dirname(import.meta.dirname); folder !== up.at(-1); folder = path.dirname(folder))
    up.push(folder);
  return up;
}

async function fontsInPackages(scope: string): Promise<readonly string[]> {
  const paths = Object.entries(PRESS_FONTS).flatMap(([family, cuts]) =>
    cuts.map((cut) => path.join(scope, family, cut, fontFileName(family, cut))),
  );
  const lacking = paths.filter((file) => !existsSync(file));
  if (lacking.length === 0) return paths;
  const present = await readdir(scope).catch(() => []);
  throw new Error(
    `fonts of the printed page are missing: ${lacking.join(', ')} (families there: ${present.join(', ')})`,
  );
}
