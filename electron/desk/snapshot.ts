import { countingMint } from '../../shared/interview/build';
import type { Interview } from '../../shared/interview/types';
import { readInterviewFile } from '../../shared/readers/read-interview-file';
import type { ReadDocument, ReadFailure } from '../../shared/readers/reader';
import { failed, type Result } from '../../shared/result';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import { sha256 } from '../sha256';

/** SHA-256 of the bytes of a snapshot, in hex: the name by which the journal knows what it stands on. */
export type SnapshotHash = string;

export function hashOf(bytes: Uint8Array): SnapshotHash {
  return sha256(bytes);
}

export function encodeSnapshot(interview: Interview): Uint8Array {
  return new TextEncoder().encode(writeInterviewFile(interview));
}

export function decodeSnapshot(bytes: Uint8Array): Result<ReadDocument, ReadFailure> {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return failed({ kind: 'damaged', detail: 'UTF-8' });
  }
  // A repair gives ids to blocks that have none, and the journal will name them: the same bytes must give the same ids at every open.
  return readInterviewFile(source, { mint: countingMint(`r${hashOf(bytes).slice(0, 8)}-`) });
}
