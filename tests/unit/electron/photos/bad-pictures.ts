import { crc32, deflateSync } from 'node:zlib';

/** A PNG whose header promises far more than its body holds. */
export function hugePng(width: number, height: number): Buffer {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.concat([Buffer.from(kind), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(head), 4);
    return Buffer.concat([frame.subarray(0, 4), head, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
