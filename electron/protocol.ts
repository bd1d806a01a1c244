import type { CustomScheme } from 'electron';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { APP_ORIGIN, parsePhotoPath, SHEET } from '../shared/ipc/addresses';
import type { PieceId } from '../shared/ipc/contract';
import type { PreviewSize } from './photos/preview';

/** Standard and secure, so that the page has an origin and Chromium's rules for it; code cache for a quick second start. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/**
 * No inline script, nothing from elsewhere, no WebAssembly in the page. Style attributes stay allowed: without them a
 * paste that carries bold as a style only fills the report log (the clean-up reads the attribute's text either way).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify galley-worker',
].join('; ');

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.tif': 'image/tiff',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** A file to serve, found and checked. */
export interface ServedPhoto {
  readonly bytes: Uint8Array;
  /** With the dot: `.jpg`. */
  readonly extension: string;
}

export interface AppFiles {
  /** The folder that the window's own files were built into. */
  readonly root: string;
  /** The picture in a size fit for the window, or null when it is not there. */
  readonly photo: (piece: PieceId, file: string, size: PreviewSize) => Promise<ServedPhoto | null>;
}

/** Answers every request of the window: its own files and the desk's pictures; all else is 404. */
export async function answer(files: AppFiles, method: string, address: string): Promise<Response> {
  if ((method !== 'GET' && method !== 'HEAD') || !URL.canParse(address)) return notFound();
  const { protocol, host, pathname, search } = new URL(address);
  if (`${protocol}//${host}` !== APP_ORIGIN) return notFound();
  const photo = parsePhotoPath(pathname);
  if (photo) {
    const served = await files.photo(photo.piece, photo.file, search === SHEET ? 'sheet' : 'large');
    // The name is the hash of the bytes: what it names never changes.
    return served ? respond(served.bytes, served.extension, 'private, max-age=31536000, immutable') : notFound();
  }
  const file = await findOwnFile(files.root, pathname);
  return file === null ? notFound() : respond(await readFile(file), path.extname(file), 'no-cache');
}

/**
 * The file of `root` that a request's path names, or null. Escapes are decoded once; whatever could mean another folder
 * to some file system (backslash, colon, NUL, dot names) names nothing, and links out of `root` are not followed.
 */
export async function findOwnFile(root: string, pathname: string): Promise<string | null> {
  const parts = decodeParts(pathname);
  if (parts === null || !parts.every(isPlainName)) return null;
  try {
    const [home, file] = await Promise.all([realpath(root), realpath(path.join(root, ...parts))]);
    return file.startsWith(home + path.sep) && TYPES[path.extname(file)] !== undefined ? file : null;
  } catch {
    // No such file.
    return null;
  }
}

function decodeParts(pathname: string): readonly string[] | null {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    // A broken escape.
    return null;
  }
}

function isPlainName(name: string): boolean {
  return /^[\w@-][\w@. -]*$/.test(name) && !name.endsWith('.') && !name.endsWith(' ');
}

function respond(bytes: Uint8Array, extension: string, cache: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': cache,
    },
  });
}

function notFound(): Response {
  return new Response('404', {
    status: 404,
    headers: {
      'content-type': 'text/plain',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}
