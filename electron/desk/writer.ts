import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { WRITER } from '../../shared/desk/lease';
import { sha256 } from '../sha256';

const FILE = 'desk-writer';

/**
 * What this installation calls itself in the files of a shared desk, kept in its own data folder. The machine's name is part
 * of it: a data folder that was copied to another machine does not make two desks write as one. `onProblem` hears when it
 * cannot be kept; then this start has a name of its own.
 */
export function writerOf(userData: string, onProblem: (error: unknown) => void): string {
  const file = path.join(userData, FILE);
  let seed = '';
  try {
    seed = readFileSync(file, 'utf8').trim();
  } catch {
    // Not there yet, or not readable: it is made anew.
  }
  if (!/^[0-9a-f]{32}$/.test(seed)) {
    seed = randomBytes(16).toString('hex');
    try {
      writeFileSync(file, `${seed}\n`);
    } catch (error) {
      onProblem(error);
    }
  }
  const writer = sha256(`${seed} ${hostname()}`).slice(0, 8);
  if (!WRITER.test(writer)) throw new RangeError('not the name of a writer');
  return writer;
}
