import { fileStem } from '../../shared/writers/file-stem';
import type { Interview } from '../../shared/interview/types';
import type { PieceId } from '../../shared/ipc/contract';

/** Letters of the headline in a folder's name; Windows has room for 260 in a whole path. */
const STEM_LENGTH = 48;
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** `<date>-<slug>-<short id>`: 2026-11-23-cay-ca-phe-va-giot-nuoc-4k2x. `random` gives numbers in [0, 1). */
export function pieceName(interview: Interview, now: Date, random: () => number): PieceId {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const stem = fileStem(interview).slice(0, STEM_LENGTH).replace(/-+$/, '');
  const id = Array.from({ length: 4 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  return [date, stem, id].filter((part) => part !== '').join('-');
}

/** Whether a name may stand for a folder directly in the desk. Ids come from outside: "..", "a/b" and hidden names may not pass. */
export function isPieceName(piece: string): boolean {
  return piece.length > 0 && piece.length <= 200 && !piece.startsWith('.') && !/[\\/:\u0000-\u001f]/.test(piece);
}

/** A time as part of a file's name: 20261123-201530-042, in UTC. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:Z]/g, '').replace('T', '-').replace('.', '-');
}
