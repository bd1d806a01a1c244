import { CHARACTER_STYLES, DEFAULT_STYLE_NAMES, PARAGRAPH_STYLES } from '../writers/hand-off/styles';
import type { CharacterStyle, ParagraphStyle } from '../writers/hand-off/styles';

/** How a style goes by inside the file; its name is what people see and what other programs keep. */
export function styleId(style: ParagraphStyle | CharacterStyle): string {
  return `Galley${style.charAt(0).toUpperCase()}${style.slice(1)}`;
}

/** Our style by its id or by its name; null for a style of somebody else's. */
export function paragraphStyleOf(id: string, name: string): ParagraphStyle | null {
  return PARAGRAPH_STYLES.find((style) => isMeant(style, id, name)) ?? null;
}

export function characterStyleOf(id: string, name: string): CharacterStyle | null {
  return CHARACTER_STYLES.find((style) => isMeant(style, id, name)) ?? null;
}

function isMeant(style: ParagraphStyle | CharacterStyle, id: string, name: string): boolean {
  return id === styleId(style) || name.trim().toLowerCase() === DEFAULT_STYLE_NAMES[style];
}
