import { inflateSync } from 'node:zlib';

/** A value of a PDF dictionary, as far as the page needs it (ISO 32000-1, 7.3). Names keep their slash; text is latin1. */
export type PdfValue = string | number | boolean | null | PdfReference | readonly PdfValue[] | PdfDictionary;
export interface PdfReference {
  readonly object: number;
}
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/**
 * The objects of a PDF as our own compiler writes it: one plain table of places at the end, objects one by one, streams
 * either as they are or deflated. Anything else throws.
 */
export class PdfObjects {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #places: readonly number[];
  readonly #known = new Map<number, PdfValue>();
  readonly trailer: PdfDictionary;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1]);
    const head = /^xref\s+0 (\d+)\s+/.exec(this.#text.slice(start, start + 40));
    if (!head) throw new Error('the page is not in the form that the compiler writes');
    const count = Number(head[1]);
    const first = start + head[0].length;
    this.#places = Array.from({ length: count }, (_, at) =>
      Number(this.#text.slice(first + 20 * at, first + 20 * at + 10)),
    );
    const trailer = new ValueReader(this.#text, this.#text.indexOf('<<', first + 20 * count)).read();
    if (!isDictionary(trailer)) throw new Error('the page has no trailer');
    this.trailer = trailer;
  }

  /** The value itself, or what it points to. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!isReference(value)) return value ?? null;
    const known = this.#known.get(value.object);
    if (known !== undefined) return known;
    const found = new ValueReader(this.#text, this.#bodyOf(value.object)).read();
    this.#known.set(value.object, found);
    return found;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value);
    return isDictionary(found) ? found : { entries: new Map() };
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
  }

  /** The bytes of a stream as they lie in the file. */
  rawStream(value: PdfValue | undefined): Uint8Array {
    if (!isReference(value)) throw new Error('a stream that is no object of its own');
    const reader = new ValueReader(this.#text, this.#bodyOf(value.object));
    const head = reader.read();
    const length = isDictionary(head) ? this.resolve(head.entries.get('/Length')) : null;
    const word = this.#text.indexOf('stream', reader.at);
    const start = word + (this.#text.charAt(word + 6) === '\r' ? 8 : 7);
    if (word < 0 || typeof length !== 'number') throw new Error('a stream without a length');
    return this.#bytes.subarray(start, start + length);
  }

  /** The bytes of a stream, inflated. */
  stream(value: PdfValue | undefined): Uint8Array {
    const filter = this.resolve(this.dictionary(value).entries.get('/Filter'));
    const raw = this.rawStream(value);
    if (filter === null) return raw;
    if (filter === '/FlateDecode') return inflateSync(raw);
    throw new Error(`a stream in ${JSON.stringify(filter)}`);
  }

  #bodyOf(object: number): number {
    const place = this.#places[object];
    const head = place === undefined ? null : /^\d+ 0 obj\s*/.exec(this.#text.slice(place, place + 30));
    if (place === undefined || !head) throw new Error(`object ${object} is not where the table says`);
    return place + head[0].length;
  }
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'entries' in value;
}

/** The numbers of a list; anything else in it counts as 0. */
export function numbersOf(values: readonly PdfValue[]): readonly number[] {
  return values.map((value) => (typeof value === 'number' ? value : 0));
}

const TOKEN =
  /\s*(?:(<<)|(>>)|(\[)|(\])|(\/[^\s()<>[\]{}/%]*)|(\d+) \d+ R(?![A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+))|(true|false|null)|<([0-9A-Fa-f\s]*)>|(\())/y;

/** Reads one value from a place in the file. */
export class ValueReader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  read(): PdfValue {
    const value = this.#next();
    if (value === CLOSE) throw new Error('a value of the page breaks off');
    return value;
  }

  #next(): PdfValue | typeof CLOSE {
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.text);
    if (!found) throw new Error(`no value at ${this.at}`);
    this.at = TOKEN.lastIndex;
    const [, open, close, list, end, name, reference, number, word, hex, string] = found;
    if (open) return this.#dictionary();
    if (close || end) return CLOSE;
    if (list) return this.#values();
    if (name) return name;
    if (reference) return { object: Number(reference) };
    if (number) return Number(number);
    if (word) return word === 'null' ? null : word === 'true';
    if (string) return this.#string();
    return Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex').toString('latin1');
  }

  #values(): readonly PdfValue[] {
    const values: PdfValue[] = [];
    for (let value = this.#next(); value !== CLOSE; value = this.#next()) values.push(value);
    return values;
  }

  #dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (let key = this.#next(); key !== CLOSE; key = this.#next())
      entries.set(typeof key === 'string' ? key : '', this.read());
    return { entries };
  }

  #string(): string {
    let out = '';
    for (let depth = 1; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
        const next = this.text.charAt(this.at + 1);
        out += octal ? String.fromCharCode(parseInt(octal, 8) & 255) : (ESCAPES[next] ?? next);
        this.at += octal?.length ?? 1;
        continue;
      }
      if (char === '(') depth++;
      else if (char === ')' && --depth === 0) break;
      out += char;
    }
    this.at++;
    return out;
  }
}

const CLOSE = Symbol('close');
const ESCAPES: { readonly [char: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };
