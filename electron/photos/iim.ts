/** The datasets of record 2 by number: the bytes of each occurrence, in order. */
export interface Iim {
  readonly datasets: ReadonlyMap<number, readonly Uint8Array[]>;
  /** Whether the block says that it is UTF-8 (1:90 with ESC % G). */
  readonly marked: boolean;
}

/** Numbers of the datasets that Galley reads, after IPTC IIM 4.2. */
export const DATASET = {
  creator: 80,
  city: 90,
  sublocation: 92,
  province: 95,
  country: 101,
  headline: 105,
  credit: 110,
  copyright: 116,
  caption: 120,
  dateCreated: 55,
  timeCreated: 60,
} as const;

/** Longest value in bytes that IIM 4.2 allows; programs of today read longer ones, some of yesterday cut them. */
export const IIM_LIMITS: { readonly [field: string]: number } = {
  creator: 32,
  city: 32,
  sublocation: 32,
  province: 32,
  country: 64,
  headline: 256,
  credit: 32,
  copyright: 128,
  caption: 2000,
};

/** Takes an IPTC block apart; what follows a damaged dataset is passed over. */
export function readIim(bytes: Uint8Array): Iim {
  const datasets = new Map<number, Uint8Array[]>();
  let marked = false;
  let at = 0;
  while (at + 5 <= bytes.byteLength && bytes[at] === 0x1c) {
    const record = bytes[at + 1];
    const dataset = bytes[at + 2] ?? 0;
    let length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    let head = at + 5;
    if (length & 0x8000) {
      // Extended dataset: the length of the length stands here.
      const digits = length & 0x7fff;
      if (digits > 4) break;
      length = 0;
      for (let index = 0; index < digits; index++) length = length * 256 + (bytes[head + index] ?? 0);
      head += digits;
    }
    const end = head + length;
    if (end > bytes.byteLength) break;
    const value = bytes.subarray(head, end);
    if (record === 1 && dataset === 90) marked = value[0] === 0x1b && value[1] === 0x25 && value[2] === 0x47;
    if (record === 2) datasets.set(dataset, [...(datasets.get(dataset) ?? []), value]);
    at = end;
  }
  return { datasets, marked };
}
