/** Which characters a set of fonts can draw: read from their `cmap` tables (formats 4 and 12, which every TTF has). */
export interface FontCoverage {
  /** The distinct characters of `text` that no font draws, in order. What is invisible by nature does not count. */
  missingFrom(text: string): readonly string[];
}

type Range = readonly [first: number, last: number];

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Variation_Selector}]/u;

export function fontCoverage(fonts: readonly Uint8Array[]): FontCoverage {
  const ranges = mergeRanges(fonts.flatMap(rangesOf));
  const covered = (code: number): boolean => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = ranges[middle] ?? [0, -1];
      if (code < first) high = middle - 1;
      else if (code > last) low = middle + 1;
      else return true;
    }
    return false;
  };
  return {
    missingFrom: (text) =>
      [...new Set(text)].filter((char) => !INVISIBLE.test(char) && !covered(char.codePointAt(0) ?? 0)),
  };
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

function rangesOf(font: Uint8Array): readonly Range[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = view.getUint16(4);
  for (let table = 0; table < tables; table++) {
    const at = 12 + table * 16;
    if (view.getUint32(at) === 0x636d6170) return rangesOfCmap(view, view.getUint32(at + 8));
  }
  return [];
}

function rangesOfCmap(view: DataView, cmap: number): readonly Range[] {
  const ranges: Range[] = [];
  const count = view.getUint16(cmap + 2);
  for (let record = 0; record < count; record++) {
    const at = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) ranges.push(...groupsOfFormat12(view, at));
    if (format === 4) ranges.push(...segmentsOfFormat4(view, at));
  }
  return ranges;
}

function groupsOfFormat12(view: DataView, at: number): readonly Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, group): Range => {
    const start = at + 16 + group * 12;
    return [view.getUint32(start), view.getUint32(start + 4)];
  });
}

function segmentsOfFormat4(view: DataView, at: number): readonly Range[] {
  const doubled = view.getUint16(at + 6);
  return Array.from({ length: doubled / 2 }, (_, segment): Range => {
    const last = view.getUint16(at + 14 + segment * 2);
    return [view.getUint16(at + 16 + doubled + segment * 2), last === 0xffff ? 0xfffe : last];
  }).filter(([first, last]) => first <= last);
}
