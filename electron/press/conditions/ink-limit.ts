/** Total ink is told in steps of this many per cent: tables are coarse, and no press is finer. */
const STEP = 5;

/**
 * The most ink that a CMYK profile lays in one place, in per cent of one plate: the darkest entry of its table from
 * colour to inks (ICC.1, 10.10 and 10.11: `mft1`, `mft2`). Null for a profile without such a table.
 */
export function inkLimitOf(profile: Uint8Array): number | null {
  const bytes = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const table = tagOf(bytes, 'B2A1') ?? tagOf(bytes, 'B2A0');
  if (!table || table.byteLength < 52) return null;
  const wide = word(table, 0) === 'mft2';
  if (!wide && word(table, 0) !== 'mft1') return null;
  const [inputs, inks, grid] = [table.getUint8(8), table.getUint8(9), table.getUint8(10)];
  if (inks !== 4) return null;
  const [before, after] = wide ? [table.getUint16(48), table.getUint16(50)] : [256, 256];
  const size = wide ? 2 : 1;
  const points = grid ** inputs;
  const start = wide ? 52 : 48;
  const colours = start + inputs * before * size;
  const curves = colours + points * inks * size;
  if (table.byteLength < curves + inks * after * size) return null;
  const most = wide ? 65_535 : 255;
  const at = (offset: number) => (wide ? table.getUint16(offset) : table.getUint8(offset)) / most;
  const curve = (ink: number, value: number) => {
    const place = value * (after - 1);
    const low = Math.floor(place);
    const entry = (index: number) => at(curves + (ink * after + Math.min(index, after - 1)) * size);
    return entry(low) + (entry(low + 1) - entry(low)) * (place - low);
  };
  let darkest = 0;
  for (let point = 0; point < points; point++) {
    let sum = 0;
    for (let ink = 0; ink < inks; ink++) sum += curve(ink, at(colours + (point * inks + ink) * size));
    darkest = Math.max(darkest, sum);
  }
  return Math.round((darkest * 100) / STEP) * STEP;
}

function tagOf(bytes: DataView, name: string): DataView | null {
  if (bytes.byteLength < 132) return null;
  const tags = Math.min(bytes.getUint32(128), 100);
  for (let tag = 0; tag < tags; tag++) {
    const entry = 132 + tag * 12;
    if (entry + 12 > bytes.byteLength || word(bytes, entry) !== name) continue;
    const [start, length] = [bytes.getUint32(entry + 4), bytes.getUint32(entry + 8)];
    if (start + length > bytes.byteLength) return null;
    return new DataView(bytes.buffer, bytes.byteOffset + start, length);
  }
  return null;
}

function word(bytes: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => bytes.getUint8(at + offset)));
}
