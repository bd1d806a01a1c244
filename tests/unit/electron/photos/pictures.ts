import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

export type Kind = 'jpg' | 'png' | 'webp' | 'tif';

/** A small picture with a gradient in both directions, so that cuts and turns are seen in its pixels. */
export async function picture(kind: Kind = 'jpg', width = 120, height = 80): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      raw.set([Math.round((x / width) * 255), Math.round((y / height) * 255), 90], (y * width + x) * 3);
    }
  }
  const made = sharp(raw, { raw: { width, height, channels: 3 } });
  if (kind === 'jpg') return await made.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
  if (kind === 'png') return await made.png().toBuffer();
  if (kind === 'webp') return await made.webp({ lossless: true }).toBuffer();
  return await made.tiff({ compression: 'lzw' }).toBuffer();
}

/** The hash of what a decoder makes of a file. */
export async function pixelsOf(bytes: Uint8Array): Promise<string> {
  return createHash('sha256')
    .update(await sharp(bytes).raw().toBuffer())
    .digest('hex');
}

export function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'galley-photo-desk-'));
}

export function save(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A JPEG segment put in right behind the start. */
export function withSegment(jpeg: Uint8Array, marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.byteLength + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** An XMP packet with these properties inside its one description. */
export function packet(inner: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

export function withPacket(jpeg: Uint8Array, xmp: string): Buffer {
  return withSegment(jpeg, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`));
}
