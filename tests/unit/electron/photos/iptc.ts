/** A JPEG with an IPTC block put in by hand, as photo desks write it: UTF-8 announced, or not. */
export function withIptc(jpeg: Uint8Array, fields: Readonly<Record<number, string>>, utf8 = true): Uint8Array {
  const records = Object.entries(fields).map(([dataset, text]) =>
    record(2, Number(dataset), Buffer.from(text, 'utf8')),
  );
  const charset = utf8 ? [record(1, 90, Buffer.from([0x1b, 0x25, 0x47]))] : [];
  const iptc = Buffer.concat([...charset, ...records]);
  const padded = iptc.length % 2 ? Buffer.concat([iptc, Buffer.from([0])]) : iptc;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), size, padded]);
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function record(number: number, dataset: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, number, dataset, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}

export const CAPTION = 120;
export const HEADLINE = 105;
export const CREDIT = 110;
export const CREATOR = 80;
export const CITY = 90;
