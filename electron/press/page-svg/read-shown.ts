const [OPEN, CLOSE, BACKSLASH, ANGLE, ANGLE_END] = [0x28, 0x29, 0x5c, 0x3c, 0x3e];

/**
 * Reads what a Tj or TJ shows: glyphs of two bytes each, and the steps back between them in thousandths of the size.
 * Written for speed: a page has some thousand of them, and each typing pause draws it anew.
 */
export function readShown(operand: string, onGlyph: (glyph: number) => void, onKern: (kern: number) => void): void {
  let high = -1;
  const byte = (value: number) => {
    if (high < 0) {
      high = value;
      return;
    }
    onGlyph(high * 256 + value);
    high = -1;
  };
  for (let at = 0; at < operand.length;) {
    const code = operand.charCodeAt(at);
    if (code === OPEN) at = readLiteral(operand, at + 1, byte);
    else if (code === ANGLE) at = readHex(operand, at + 1, byte);
    else if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) {
      let end = at + 1;
      for (
        let next = operand.charCodeAt(end);
        (next >= 0x30 && next <= 0x39) || next === 0x2e;
        next = operand.charCodeAt(end)
      )
        end++;
      onKern(Number(operand.slice(at, end)));
      at = end;
    } else at++;
  }
}

function readHex(operand: string, from: number, byte: (value: number) => void): number {
  const end = operand.indexOf('>', from);
  const digits = operand.slice(from, end < 0 ? undefined : end).replace(/\s/g, '');
  for (let at = 0; at < digits.length; at += 2) byte(parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
  return end < 0 ? operand.length : operand.charCodeAt(end) === ANGLE_END ? end + 1 : end;
}

/** ISO 32000-1, 7.3.4.2. Returns where the text goes on behind the string. */
function readLiteral(operand: string, from: number, byte: (value: number) => void): number {
  let depth = 1;
  for (let at = from; at < operand.length; at++) {
    const code = operand.charCodeAt(at);
    if (code === BACKSLASH) {
      const next = operand.charCodeAt(++at);
      if (next >= 0x30 && next <= 0x37) {
        let value = next - 0x30;
        for (let digit = 1; digit < 3; digit++) {
          const more = operand.charCodeAt(at + 1);
          if (!(more >= 0x30 && more <= 0x37)) break;
          value = value * 8 + more - 0x30;
          at++;
        }
        byte(value & 255);
      } else if (next !== 0x0a) byte(ESCAPES.get(next) ?? next);
      continue;
    }
    if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
    byte(code);
  }
  return operand.length;
}

const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);
