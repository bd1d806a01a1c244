import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * The faces of the printed page, by family package and cut: whole static TTFs, because Typst reads neither woff2 nor
 * variable fonts well. The last family is the net for characters the others lack.
 */
export const PRESS_FONTS = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'],
  'playfair-display': ['700Bold', '700Bold_Italic', '800ExtraBold'],
  'barlow-condensed': ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'],
  'noto-serif': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
} as const;

/** `SourceSerif4_400Regular.ttf` for family `source-serif-4` and cut `400Regular`. */
export function fontFileName(family: string, cut: string): string {
  const pascal = family.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  return `${pascal}_${cut}.ttf`;
}

/** The file names of every face the printed page needs. */
export function pressFontNames(): readonly string[] {
  return Object.entries(PRESS_FONTS).flatMap(([family, cuts]) => cuts.map((cut) => fontFileName(family, cut)));
}

/** The paths of the press fonts in one flat folder of TTFs; other files there are left alone. */
export async function fontsIn(folder: string): Promise<readonly string[]> {
  const wanted = new Set(pressFontNames());
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => wanted.has(name)).map((name) => path.join(folder, name));
}
