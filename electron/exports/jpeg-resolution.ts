/**
 * The JPEG with its resolution in an APP13 block, 8BIM resource 0x03ED: the files we make for the press
 * have no JFIF header to say it, and a
 * layout program that finds none takes 72 ppi and places the picture several times too large.
 */
export function withResolution(jpeg: Uint8Array, ppi: number): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Error('not a JPEG');
  const block = Buffer.alloc(46);
  block.writeUInt16BE(0xffed, 0);
  block.writeUInt16BE(44, 2);
  block.write('Photoshop 3.0\0', 4, 'latin1');
  block.write('8BIM', 18, 'latin1');
  block.writeUInt16BE(0x03ed, 22);
  // An empty name, then the size of what follows.
  block.writeUInt32BE(16, 26);
  for (const at of [30, 38]) {
    // Fixed point 16.16, pixels to an inch, shown in inches.
    block.writeUInt32BE(Math.round(ppi * 65_536), at);
    block.writeUInt16BE(1, at + 4);
    block.writeUInt16BE(1, at + 6);
  }
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), block, jpeg.subarray(2)]));
}
