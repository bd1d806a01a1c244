/** Marks updates that only part text nodes for drawing: no typing, no end of it, and nothing to draw anew. */
export const DRAW_TAG = 'galley-draw';
