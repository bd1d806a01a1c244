import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import type { Interview } from '../../../../shared/interview/types';
import { smallPiece } from '../../shared/review/builders';
import { freshFolder } from '../exports/fakes';

const PICTURE = Buffer.from('fake picture 1200 800');
const sum = createHash('sha256').update(PICTURE).digest('hex');

/** A small piece whose picture is the one that makePiece lays into the folder. */
export function storedPiece(): Interview {
  const piece = smallPiece();
  return { ...piece, photos: piece.photos.map((photo) => ({ ...photo, file: `${sum}.jpg` })) };
}

/** A piece folder as the desk makes it, in a fresh place: gives the place; the piece is `bai` in it. */
export function makePiece(interview: Interview = storedPiece()): string {
  const root = freshFolder();
  mkdirSync(path.join(root, 'bai', 'photos'), { recursive: true });
  writeFileSync(path.join(root, 'bai', 'interview.json'), writeInterviewFile(interview));
  writeFileSync(path.join(root, 'bai', 'photos', `${sum}.jpg`), PICTURE);
  return root;
}
