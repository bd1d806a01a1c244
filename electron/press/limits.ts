/*
 * What a picture may be. Beyond this a broken or hostile file could fill the memory of a newsroom's machine.
 */

/** 200 MB: no camera's JPEG or TIFF comes near. */
export const PHOTO_BYTES_LIMIT = 200 * 1024 * 1024;

/** 300 megapixels: two of the largest medium-format frames. */
export const PHOTO_PIXELS_LIMIT = 300_000_000;

/** Milliseconds to look at a picture; its header says all that is asked. */
export const INSPECT_TIMEOUT = 3_000;

/** Milliseconds for one rendition: the slowest is AVIF of a full frame on an old machine. */
export const RENDER_TIMEOUT = 60_000;
