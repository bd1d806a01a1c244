import { anniversary } from './anniversary';
import { expert } from './expert';
import { portrait } from './portrait';
import type { Template } from './template';

/** The templates that come with the program, in the order they are offered. */
export const TEMPLATES: readonly Template[] = [anniversary, expert, portrait];

/** The template of this id, or null when a piece names one that this version does not have. */
export function templateById(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}
