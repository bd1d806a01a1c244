import path from 'node:path';
import { PRESS_FONTS, fontFileName } from '../press/fonts';

/** Where the font packages lie under the project's root. */
const packages = path.join('node_modules', '@expo-google-fonts');

/** The TTF files that the press reads; the table of faces is the press's own. */
export function pressFontFiles(root: string): readonly string[] {
  return Object.entries(PRESS_FONTS).flatMap(([family, cuts]) =>
    cuts.map((cut) => path.join(root, packages, family, cut, fontFileName(family, cut))),
  );
}

/** Lets a style sheet write `url('@fonts/source-serif-4/SourceSerif4_400Regular.ttf')`. */
export function fontAlias(root: string): { readonly find: RegExp; readonly replacement: string } {
  const folder = path.join(root, packages).replaceAll('\\', '/');
  return { find: /^@fonts\/([^/]+)\/([^/_]+)_(.+)\.ttf$/, replacement: `${folder}/$1/$3/$2_$3.ttf` };
}
