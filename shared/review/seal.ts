import type { Interview } from '../interview/types';
import { canonicalForm } from './canonical';
import type { Role } from './workflow';

/** SHA-256 of a text as UTF-8, in hex. Handed in: shared/ has no cryptography of its own. */
export type Hash = (text: string) => string;

/** Who answered for exactly which words, and when. Exports carry it as it is. */
export interface Seal {
  /** SHA-256 of the canonical form. */
  readonly hash: string;
  readonly by: string;
  readonly role: Role;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The file under versions/ that holds the piece as it was sealed. */
  readonly version: string;
  /** The sum of the log entry that made the seal. */
  readonly entry: string;
}

export function contentHash(interview: Interview, hash: Hash): string {
  return hash(canonicalForm(interview));
}

/** A digest over all fields of a seal: a name or time that was changed inside an export no longer fits it. */
export function sealCheck(seal: Seal, hash: Hash): string {
  return hash(JSON.stringify([seal.hash, seal.by, seal.role, seal.at, seal.version, seal.entry]));
}
