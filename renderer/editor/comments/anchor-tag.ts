/** Marks updates that only hang threads on words or take them off: no typing, and no undo step. */
export const ANCHOR_TAG = 'galley-anchors';

/** Marks updates that put in whole texts from elsewhere, as undo does: threads that lose their words by it are looked for again. */
export const REWRITTEN_TAG = 'galley-rewritten';
