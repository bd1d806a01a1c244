/** ASCII gathered as bytes: a page is more than a megabyte of short pieces, and joining them as text takes longer than drawing. */
export class SvgBytes {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(expected = 1 << 20) {
    this.#bytes = new Uint8Array(expected);
  }

  get length(): number {
    return this.#length;
  }

  text(ascii: string): void {
    this.#grow(ascii.length);
    for (let at = 0; at < ascii.length; at++) this.#bytes[this.#length++] = ascii.charCodeAt(at);
  }

  bytes(piece: Uint8Array): void {
    this.#grow(piece.length);
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Short ASCII as bytes. */
export function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
