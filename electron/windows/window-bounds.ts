import type { WindowState } from '../settings/stored-settings';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window in which the three columns still work, in screen pixels. */
export const SMALLEST = { width: 900, height: 600 };
const FIRST = { width: 1440, height: 900 };
/** How much of the title bar must be on a screen so that the window can be taken hold of. */
const GRIP = { width: 120, height: 32 };

/**
 * Where the window opens: as it was left, unless the screen it stood on is gone; then in the middle (no position given).
 * Never larger than the screen, never smaller than SMALLEST. `workAreas` lists the screens, the main one first.
 */
export function placeWindow(
  state: WindowState | undefined,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & typeof FIRST {
  const saved = state?.bounds;
  const home = saved && workAreas.find((area) => isInReach(saved, area));
  const area = home ?? workAreas[0] ?? { x: 0, y: 0, ...FIRST };
  const size = {
    width: Math.max(SMALLEST.width, Math.min(saved?.width ?? FIRST.width, area.width)),
    height: Math.max(SMALLEST.height, Math.min(saved?.height ?? FIRST.height, area.height)),
  };
  return home && saved ? { x: saved.x, y: saved.y, ...size } : size;
}

function isInReach(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const below = area.y + area.height - window.y;
  return across >= GRIP.width && window.y >= area.y && below >= GRIP.height;
}
