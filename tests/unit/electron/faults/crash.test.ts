import { describe, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { decodeSnapshot } from '../../../../electron/desk/snapshot';
import type { PieceId } from '../../../../shared/ipc/contract';
import { plainText } from '../../../../shared/interview/text';
import { Clock, must, START, typed } from '../desk/desk-story';
import { MemoryDisk, systemError } from './memory-disk';

const CHANGES = 7;

interface Report {
  readonly states: number;
  readonly steps: readonly string[];
  readonly problems: readonly string[];
}

/** How many of the changes the piece holds: change n writes the words "n". */
async function heldBy(disk: MemoryDisk, piece: PieceId): Promise<number | string> {
  const clock = new Clock();
  const spare = `/desk/${piece}/versions/last-saved.json`;
  if ((await disk.files.look(spare)) && !decodeSnapshot(await disk.files.read(spare)).ok) return 'the spare is torn';
  const read = await new FolderDesk('/desk', { ...clock.tools, files: disk.files }).open(piece);
  if (!read.ok) return `unreadable: ${read.failure.kind}`;
  const answer = read.value.interview.body.find((block) => block.id === 'b2');
  const words = answer?.kind === 'answer' ? plainText(answer.text) : 'gone';
  // What was opened must also take the next change and keep it.
  const desk = new FolderDesk('/desk', { ...clock.tools, files: disk.files });
  const opened = must(await desk.open(piece));
  const said = Number(words);
  // A seq that goes back would make the window's next change look like a repeat.
  if (said > opened.seq) return `seq fell to ${opened.seq}`;
  must(await desk.append(piece, opened.seq + 1, { fields: { slug: 'sau-khi-mo' } }));
  const again = must(await new FolderDesk('/desk', { ...clock.tools, files: disk.files }).read(piece));
  if (again.slug !== 'sau-khi-mo') return 'lost the change after the crash';
  return words === 'Vì sợ.' ? 0 : Number(words);
}

/** Creates, types, snapshots and closes, and at each step looks at every disk that a crash there could leave. */
async function explore(skip: (sync: string) => boolean = () => false, until = Infinity): Promise<Report> {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/desk');
  await disk.files.syncFolder('/');
  disk.skip = skip;
  const clock = new Clock();
  const desk = new FolderDesk('/desk', { ...clock.tools, files: disk.files });
  const crashes: {
    readonly step: string;
    readonly acknowledged: number;
    readonly created: boolean;
    readonly disks: MemoryDisk[];
  }[] = [];
  const steps: string[] = [];
  let acknowledged = 0;
  let created = false;
  let full = false;
  disk.before = (step) => {
    if (full && step === 'write journal.ndjson') throw systemError('ENOSPC');
    steps.push(step);
    if (step.startsWith('look') || step.startsWith('read')) return;
    crashes.push({ step, acknowledged, created, disks: disk.crashStates() });
  };
  const piece = must(await desk.create(START));
  created = true;
  must(await desk.open(piece));
  for (let seq = 1; seq <= CHANGES; seq++) {
    if (seq === 4) {
      full = true;
      expect(await desk.append(piece, seq, typed(String(seq)))).toEqual({ ok: false, failure: { kind: 'disk-full' } });
      full = false;
    }
    must(await desk.append(piece, seq, typed(String(seq))));
    acknowledged = seq;
    if (seq === 3 || seq === 5) must(await desk.snapshot(piece));
  }
  must(await desk.close(piece));
  crashes.push({ step: 'end', acknowledged, created, disks: disk.crashStates() });

  const problems: string[] = [];
  for (const crash of crashes) {
    for (const left of crash.disks) {
      if (problems.length >= until) break;
      const there = left.names('/').includes('desk') && left.names('/desk').includes(piece);
      if (!there && !crash.created) continue;
      const held = there ? await heldBy(left, piece) : 'piece gone';
      if (typeof held === 'string' || held < crash.acknowledged) {
        problems.push(`before "${crash.step}" with ${crash.acknowledged} acknowledged: ${held}`);
      }
    }
  }
  return { states: crashes.reduce((sum, crash) => sum + crash.disks.length, 0), steps, problems };
}

describe('a loss of power at any step', () => {
  it('leaves a piece that opens with every acknowledged change', { timeout: 60_000 }, async () => {
    const { states, problems } = await explore();
    expect(problems).toEqual([]);
    expect(states).toBeGreaterThan(500);
  });

  it('is survived only thanks to each single sync', { timeout: 120_000 }, async () => {
    const { steps } = await explore();
    const syncs = new Set(steps.filter((step) => step.startsWith('sync') && !step.endsWith('after nothing')));
    const useless: string[] = [];
    for (const sync of syncs) {
      const { problems } = await explore((step) => step === sync, 1);
      if (problems.length === 0) useless.push(sync);
    }
    expect(useless).toEqual([]);
    expect(syncs.size).toBeGreaterThan(5);
  });
});
