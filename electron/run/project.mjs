import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the project. @param {...string} parts */
export const inProject = (...parts) => path.join(root, ...parts);

/** True when this process is the superuser of a Unix system. */
export const isRoot = process.getuid?.() === 0;

/** One line for the person who started the command; results go to stdout, words to stderr. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
