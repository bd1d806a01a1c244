import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The weights that the page and the window are set in: one folder per family in the font packages, one entry per cut.
 * Adding a cut here is all it takes for the press to have it; the window's style sheet names the cuts it wants itself.
 */
const cuts: Readonly<Record<string, readonly string[]>> = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic'],
  'playfair-display': ['700Bold', '700Bold_Italic', '800ExtraBold', '900Black'],
  'barlow-condensed': ['400Regular', '500Medium', '600SemiBold', '700Bold'],
  'be-vietnam-pro': ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold', '700Bold_Italic'],
  'noto-serif': ['400Regular', '700Bold'],
};

/** Where the font packages lie under the project's root. */
const packages = path.join('node_modules', '@expo-google-fonts');

/** The TTF files of all cuts. A cut that its package does not have is an error: the page would fall back in silence. */
export function fontFiles(root: string): readonly string[] {
  return Object.entries(cuts).flatMap(([family, names]) =>
    names.map((cut) => {
      const folder = path.join(root, packages, family, cut);
      const file = readdirSync(folder).find((name) => name.endsWith('.ttf'));
      if (file === undefined) throw new Error(`The font package ${family} has no file for ${cut}.`);
      return path.join(folder, file);
    }),
  );
}

/** Lets a style sheet write `url('@fonts/source-serif-4/SourceSerif4_400Regular.ttf')`. */
export function fontAlias(root: string): { readonly find: RegExp; readonly replacement: string } {
  const folder = path.join(root, packages).replaceAll('\\', '/');
  return { find: /^@fonts\/([^/]+)\/([^/_]+)_(.+)\.ttf$/, replacement: `${folder}/$1/$3/$2_$3.ttf` };
}
