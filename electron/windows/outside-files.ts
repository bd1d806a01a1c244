import { existsSync } from 'node:fs';
import path from 'node:path';

/** Endings of files that a double click hands to us. */
const ENDINGS: ReadonlySet<string> = new Set(['.galley', '.docx', '.txt']);

/**
 * The files named on a command line: those of our kinds that are there, and piece folders. Switches and whatever a
 * launcher put before them are passed over. `cwd` is where the one who typed them stood.
 */
export function filesIn(argv: readonly string[], cwd: string): readonly string[] {
  return argv
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => path.resolve(cwd, word))
    .filter((file) => existsSync(file) && (ENDINGS.has(path.extname(file).toLowerCase()) || isPiece(file)));
}

function isPiece(file: string): boolean {
  return path.basename(file) === 'interview.json' || existsSync(path.join(file, 'interview.json'));
}
