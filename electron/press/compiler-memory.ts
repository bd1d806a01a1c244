/** The memory of the Typst compiler in this thread. It only ever grows: nothing the compiler frees goes back to the system. */
export interface CompilerMemory {
  /** How large it is now, in bytes. */
  size(): number;
  /** Makes it large enough for a job on a source of so many characters. */
  reserve(characters: number): void;
}

/** What is wanted of the compiled module, whose own types are those of a browser: its memory, `malloc` and `free`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  __wbindgen_export(bytes: number, align: number): number;
  __wbindgen_export4(address: number, bytes: number, align: number): void;
}

/** Bytes that a compile needs for each character of its source, rounded down: 163 for fifty pages, 192 for one. */
const BYTES_PER_CHARACTER = 160;

/** For some 280 pages; a longer job gets the rest as it goes. A reserve that cannot be given would end the compiler. */
const MOST_RESERVED = 2 ** 30;

/**
 * The memory of a compiler that has been loaded. By itself the compiler asks for 64 KB at a time, and with every step V8
 * looks through its whole heap: two thirds of the time of a large job, and all of it once two gigabytes are passed.
 */
export async function compilerMemory(): Promise<CompilerMemory> {
  const { default: load } = await import('@myriaddreamin/typst-ts-web-compiler');
  const { memory, __wbindgen_export: take, __wbindgen_export4: giveBack } = (await load()) as unknown as Exports;
  return {
    size: () => memory.buffer.byteLength,
    reserve(characters) {
      const bytes = Math.min(characters * BYTES_PER_CHARACTER, MOST_RESERVED);
      if (bytes === 0) return;
      // What is given back stays with the compiler, which takes from there first. Pages nobody writes on cost nothing.
      giveBack(take(bytes, 1), bytes, 1);
    },
  };
}
