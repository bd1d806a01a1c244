import { writeSync } from 'node:fs';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { toText } from '../../../../shared/interview/text';

/** A program that types without a pause until it is killed: one line with the seq for each acknowledged change. */
const [, , root = '', piece = ''] = process.argv;
const desk = new FolderDesk(root);
const opened = await desk.open(piece);
if (!opened.ok) throw new Error(opened.failure.kind);
for (let seq = opened.value.seq + 1; ; seq++) {
  const saved = await desk.append(piece, seq, {
    blocks: { b2: { kind: 'answer', id: 'b2', text: toText(String(seq)) } },
  });
  if (!saved.ok) throw new Error(saved.failure.kind);
  writeSync(1, `${seq}\n`);
  if (seq % 5 === 0) await desk.snapshot(piece);
}
