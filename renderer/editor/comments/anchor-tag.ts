/** Marks updates that only hang threads on words or take them off: no typing, and no undo step. */
export const ANCHOR_TAG = 'galley-anchors';
