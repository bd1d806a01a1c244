import { readFile } from 'node:fs/promises';
import { createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { MemoryAccessModel } from '@myriaddreamin/typst.ts/fs/memory';
import { loadFonts, withAccessModel } from '@myriaddreamin/typst.ts/options.init';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { fontCoverage } from './font-coverage';
import type { PressFailure, PressJob, PressPdf } from './press';

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
}

const MAIN = '/main.typ';

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
  const coverage = fontCoverage(fonts);
  let last: Promise<unknown> = Promise.resolve();

  async function compile(job: PressJob): Promise<Result<PressPdf, PressFailure>> {
    // Without a reset a picture of the job before could be named by the source of this one.
    compiler.resetShadow();
    for (const [path, bytes] of Object.entries(job.files)) {
      compiler.mapShadow(path, typeof bytes === 'string' ? await readBytes(bytes) : bytes);
    }
    compiler.addSource(MAIN, job.source);
    return compiler.runWithWorld({ mainFilePath: MAIN }, async (world) => {
      const compiled = await world.compile({ diagnostics: 'full' });
      const diagnostics = compiled.diagnostics ?? [];
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      if (compiled.hasError || errors.length > 0)
        return failed<PressFailure>({ kind: 'failed', detail: words(errors) });
      const { result } = await world.pdf({ diagnostics: 'full' });
      if (!result) return failed<PressFailure>({ kind: 'failed', detail: 'no PDF was written' });
      const warnings = diagnostics.map(({ message }) => message);
      return ok<PressPdf>({ pdf: result, warnings, missing: coverage.missingFrom(job.source) });
    });
  }

  return {
    pdf(job) {
      const done = last
        .then(() => compile(job))
        .catch((cause: unknown) => failed<PressFailure>({ kind: 'failed', detail: String(cause) }));
      last = done;
      return done;
    },
  };
}

async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

function words(errors: readonly { readonly message: string; readonly path: string; readonly range: string }[]): string {
  return (
    errors.map(({ message, path, range }) => `${message} (${path}:${range})`).join('; ') || 'the page did not compile'
  );
}
