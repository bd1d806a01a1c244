import path from 'node:path';
import { runCli } from '../../../../electron/cli/run-cli';
import type { World } from '../../../../electron/cli/world';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { countingMint } from '../../../../shared/interview/build';
import { fullPiece } from '../../shared/writers/web/pieces';
import { fakePictures, fakePress } from '../exports/fakes';

export interface Call {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command line as a person in the folder `cwd` would, with stand-ins for press and pictures. */
export async function call(cwd: string, argv: readonly string[], change: Partial<World> = {}): Promise<Call> {
  let stdout = '';
  let stderr = '';
  const { press } = fakePress();
  const exit = await runCli(argv, {
    cwd,
    env: { GALLEY_LANGUAGE: 'en' },
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    press: () => press,
    pictures: () => fakePictures(),
    metadata: () => {
      throw new Error('no metadata writer in this test');
    },
    desk: (folder) => new FolderDesk(path.resolve(cwd, folder)),
    sample: async () => ({
      interview: { ...fullPiece(), photos: [] },
      remarks: [],
      photoPath: () => null,
      dispose: async () => {},
    }),
    mint: countingMint(),
    signal: new AbortController().signal,
    ...change,
  });
  return { exit, stdout, stderr };
}
