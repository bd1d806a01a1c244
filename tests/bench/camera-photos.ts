import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const WIDTH = 6000;
const HEIGHT = 4000;

/** Hills of noise and light as a camera would compress them; every file is its own by a comment, for the hash. */
async function hills(seed: number): Promise<Buffer> {
  const [width, height] = [WIDTH / 4, HEIGHT / 4];
  const raw = Buffer.alloc(width * height * 3);
  let noise = seed * 7919 + 1;
  for (let at = 0; at < raw.length; at++) {
    noise = (noise * 1103515245 + 12345) & 0x7fffffff;
    const pixel = Math.floor(at / 3);
    const hill = 120 + 60 * Math.sin((pixel % width) / (90 + seed * 13)) * Math.cos(pixel / width / 70);
    raw[at] = hill + (at % 3) * 12 + ((noise >> 16) & 15);
  }
  return await sharp(raw, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function commented(jpeg: Buffer, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** So many pictures of 24 megapixels in the folder, each of its own bytes: DSC_0000.jpg and so on. */
export async function cameraPhotos(folder: string, count: number): Promise<readonly string[]> {
  const bases = await Promise.all([1, 2, 3].map(hills));
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `DSC_${String(index).padStart(4, '0')}.jpg`);
    writeFileSync(file, commented(bases[index % bases.length] ?? Buffer.alloc(0), `photo ${index}`));
    return file;
  });
}
