import { readFile } from 'node:fs/promises';
import { createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { MemoryAccessModel } from '@myriaddreamin/typst.ts/fs/memory';
import { loadFonts, withAccessModel } from '@myriaddreamin/typst.ts/options.init';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { compilerMemory } from './compiler-memory';
import { fontCoverage } from './font-coverage';
import type { PressFailure, PressFile, PressJob, PressPdf } from './press';

/** Where the compiler and the faces lie on this machine. */
export interface PressResources {
  /** The path of the Typst compiler as WebAssembly. */
  readonly wasm: string;
  /** The paths of the TTF files. */
  readonly fonts: readonly string[];
}

/** One compiler in this thread. A compile blocks the thread: the app and the command line keep it out of their own. */
export interface Typst {
  /** Jobs are done one after the other in the order they come; what one left behind, the next does not see. */
  pdf(job: PressJob): Promise<Result<PressPdf, PressFailure>>;
  /** Compiles once, then does what `wanted` asks of it. */
  run(job: PressJob, wanted: TypstWanted): Promise<Result<TypstAnswer, PressFailure>>;
  /** How large the memory of the compiler has become, in bytes: it keeps what it has set. Infinite after a job that it broke off. */
  memory(): number;
}

export interface TypstWanted {
  /** A selector whose first metadata is asked for. */
  readonly query?: string;
  readonly pdf?: boolean;
}

export interface TypstAnswer {
  /** The value of the metadata; undefined when it was not asked for or nothing bears that label. */
  readonly value: unknown;
  readonly pdf: Uint8Array | null;
  readonly warnings: readonly string[];
  readonly missing: readonly string[];
}

const MAIN = '/main.typ';

/** Stands for a character that no face has: it is seen on the proof, where an empty box may be taken for a rule. */
const MARK = '\ufffd';

/** Our sources have nothing but ASCII outside their strings, so this changes no more than what prints. */
function withMark(source: string, missing: readonly string[]): string {
  return missing.reduce((marked, character) => marked.replaceAll(character, MARK), source);
}

/** Loads the compiler and the faces, which takes some 150 ms. Rejects when a file cannot be read. */
export async function createTypst(resources: PressResources): Promise<Typst> {
  const fonts = await Promise.all(resources.fonts.map(readBytes));
  const wasm = await readBytes(resources.wasm);
  const compiler = createTypstCompiler();
  await compiler.init({
    getModule: () => ({ module_or_path: wasm }) as never,
    // The world of a page is an empty memory and the files of its job: no disk and no network is behind it.
    beforeBuild: [loadFonts(fonts, { assets: false }), withAccessModel(new MemoryAccessModel())],
  });
  const memory = await compilerMemory();
  const coverage = fontCoverage(fonts);
  let last: Promise<unknown> = Promise.resolve();
  let broken = false;

  async function compile(job: PressJob, wanted: TypstWanted): Promise<Result<TypstAnswer, PressFailure>> {
    // Without a reset a picture of the job before could be named by the source of this one.
    compiler.resetShadow();
    memory.reserve(job.source.length);
    for (const [path, file] of Object.entries(job.files)) compiler.mapShadow(path, await bytesOf(file));
    const missing = coverage.missingFrom(job.source);
    compiler.addSource(MAIN, withMark(job.source, missing));
    return compiler.runWithWorld({ mainFilePath: MAIN }, async (world) => {
      const compiled = await world.compile({ diagnostics: 'full' });
      const diagnostics = compiled.diagnostics ?? [];
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      if (compiled.hasError || errors.length > 0)
        return failed<PressFailure>({ kind: 'failed', detail: words(errors) });
      let value: unknown;
      if (wanted.query !== undefined) {
        const found = await world.query<readonly { readonly value?: unknown }[]>({ selector: wanted.query });
        value = found[0]?.value;
      }
      let pdf: Uint8Array | null = null;
      if (wanted.pdf) {
        pdf = (await world.pdf({ diagnostics: 'full' })).result ?? null;
        if (!pdf) return failed<PressFailure>({ kind: 'failed', detail: 'no PDF was written' });
      }
      const warnings = diagnostics.map(({ message }) => message);
      return ok<TypstAnswer>({ value, pdf, warnings, missing: wanted.pdf ? missing : [] });
    });
  }

  function run(job: PressJob, wanted: TypstWanted): Promise<Result<TypstAnswer, PressFailure>> {
    const done = last
      .then(() => compile(job, wanted))
      .catch((cause: unknown) => {
        // What it was in the middle of is still there: the next job may fail for no fault of its own.
        broken = true;
        return failed<PressFailure>({ kind: 'failed', detail: String(cause) });
      });
    last = done;
    return done;
  }

  return {
    run,
    memory: () => (broken ? Infinity : memory.size()),
    async pdf(job) {
      const done = await run(job, { pdf: true });
      if (!done.ok) return done;
      const { pdf, warnings, missing } = done.value;
      return pdf
        ? ok<PressPdf>({ pdf, warnings, missing })
        : failed<PressFailure>({ kind: 'failed', detail: 'no PDF' });
    },
  };
}

async function bytesOf(file: PressFile): Promise<Uint8Array> {
  return typeof file === 'string' ? readBytes(file) : file;
}

async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

function words(errors: readonly { readonly message: string; readonly path: string; readonly range: string }[]): string {
  return (
    errors.map(({ message, path, range }) => `${message} (${path}:${range})`).join('; ') || 'the page did not compile'
  );
}
