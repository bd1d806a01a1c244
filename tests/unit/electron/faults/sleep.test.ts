import { describe, expect, it } from 'vitest';
import type { Files } from '../../../../electron/desk/files';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { decodeSnapshot, encodeSnapshot } from '../../../../electron/desk/snapshot';
import { LOCK_LIFETIME } from '../../../../electron/desk/write-lock';
import { applyChange, type Change } from '../../../../shared/interview/change';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { a, interview, q, title } from '../../../support/builders';
import { Clock, must } from '../desk/desk-story';
import { MemoryDisk } from './memory-disk';

const PIECE = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ.'), q('Bao giờ?'), a('Tháng ba.'));

const said = (id: string, words: string): Change => ({ blocks: { [id]: { kind: 'answer', id, text: toText(words) } } });
const wordsOf = ({ body }: Interview) =>
  body.flatMap((block) => (block.kind === 'answer' ? [plainText(block.text)] : [])).join(' ');

/** A disk that stops answering before one of its steps, as for a machine that sleeps; the steps are counted from the start of the save. */
class Sleeper {
  private step = Infinity;
  private dead = false;
  private wake: () => void = () => {};
  private note: () => void = () => {};
  /** What was about to be done when the machine fell asleep. */
  asleep: string | null = null;
  fellAsleep: Promise<void> = Promise.resolve();

  constructor(private readonly files: Files) {}

  sleepBefore(step: number): void {
    this.step = step;
    this.asleep = null;
    this.fellAsleep = new Promise((resolve) => (this.note = resolve));
  }

  /** From now on it stays awake; or it does the one thing that it was about to do and loses its power. */
  wakeUp(thenDies = false): void {
    this.step = Infinity;
    this.dead = thenDies;
    this.wake();
  }

  get slow(): Files {
    const { files } = this;
    const may =
      <Args extends readonly unknown[], Value>(name: string, call: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        if (this.dead) return await new Promise<never>(() => {});
        if (this.step-- === 0) {
          this.asleep = `${name} ${String(args[0])}`;
          const slept = new Promise<void>((resolve) => (this.wake = resolve));
          this.note();
          await slept;
        }
        return await call(...args);
      };
    return {
      ...files,
      read: may('read', files.read),
      create: may('create', files.create),
      rename: may('rename', files.rename),
      remove: may('remove', files.remove),
      look: may('look', files.look),
      list: may('list', files.list),
      syncFolder: may('sync', files.syncFolder),
    };
  }
}

interface Told {
  /** What An was about to do when the machine fell asleep; null when the save was over before. */
  readonly before: string | null;
  /** The answers as they stand at the end. */
  readonly text: string;
  /** The answers of each version that was kept. */
  readonly kept: readonly string[];
}

/**
 * An saves and sleeps before the so-manieth step on the disk. Bình saves twice meanwhile. An wakes, and either both go on for
 * a while, or An dies and Bình goes on alone.
 */
async function story(step: number, dies = false): Promise<Told> {
  const disk = new MemoryDisk();
  const clock = new Clock();
  let ticks = 0;
  disk.clock = () => clock.time + ++ticks;
  const sleeper = new Sleeper(disk.files);
  const desk = (writer: string, files: Files) => new FolderDesk('/desk', { ...clock.tools, files, writer });
  const [an, binh] = [desk('an', sleeper.slow), desk('binh', disk.files)];
  const piece = must(await an.create(PIECE));
  must(await an.open(piece));
  must(await binh.open(piece));
  must(await an.append(piece, 1, said('b2', 'Vì An sợ.')));
  sleeper.sleepBefore(step);
  const saving = an.snapshot(piece);
  await Promise.race([saving, sleeper.fellAsleep]);
  const before = sleeper.asleep;
  // Who waits for the lock comes again when the pause is over; the time goes on, so that a lock which stands is broken.
  let passing = LOCK_LIFETIME + 1;
  const pauses = setInterval(() => {
    clock.time += passing;
    clock.ring(250);
  }, 1);
  for (const [index, words] of ['Tháng tư.', 'Tháng tư, Bình nói.'].entries()) {
    must(await binh.append(piece, index + 1, said('b4', words)));
    must(await binh.snapshot(piece));
  }
  passing = 0;
  sleeper.wakeUp(dies);
  if (!dies) must(await saving);
  else await new Promise((resolve) => setTimeout(resolve, 1));
  for (let round = 10; round < 12; round++) {
    for (const person of dies ? [binh] : [binh, an]) {
      must(await person.takeIn(piece));
      must(await person.append(piece, round, { fields: { slug: `${person === an ? 'an' : 'binh'}-${round}` } }));
      must(await person.snapshot(piece));
    }
  }
  clearInterval(pauses);
  const versions = disk.names(`/desk/${piece}/versions`).filter((name) => /^\d{8}-/.test(name));
  const kept = versions.map((name) => {
    const read = decodeSnapshot(new TextEncoder().encode(disk.text(`/desk/${piece}/versions/${name}`)));
    return read.ok ? wordsOf(read.value.interview) : '';
  });
  return { before, text: wordsOf(must(await binh.read(piece))), kept };
}

/** The story for every step of a save. */
async function everywhere(dies: boolean): Promise<readonly (Told & { readonly before: string })[]> {
  const told: (Told & { readonly before: string })[] = [];
  for (let step = 0; ; step++) {
    const { before, ...rest } = await story(step, dies);
    if (before === null) return told;
    told.push({ before, ...rest });
  }
}

const OVER_THEIRS = /^rename .*-interview\.json/;

describe('a machine that sleeps in the middle of a save while a colleague saves', () => {
  it('loses nothing of either, wherever it fell asleep', async () => {
    const told = await everywhere(false);
    expect(told.filter(({ text }) => !text.includes('An sợ') || !text.includes('Bình nói'))).toEqual([]);
    expect(told.filter(({ before }) => OVER_THEIRS.test(before))).toHaveLength(1);
  });

  it('leaves what it was laid over among the versions, when it fell asleep right before the last step', async () => {
    const told = (await everywhere(false)).find(({ before }) => OVER_THEIRS.test(before));
    expect(told?.kept.filter((text) => text.includes('Bình nói') && !text.includes('An sợ'))).not.toEqual([]);
  });

  it('and dies when it wakes: the colleague has their own words, in the text or among the versions', async () => {
    const told = await everywhere(true);
    const lost = told.filter(({ text, kept }) => ![text, ...kept].some((each) => each.includes('Bình nói')));
    expect(lost).toEqual([]);
    // Only when it was about to do the very last step does the text go back; anywhere else it stands.
    const wentBack = told.filter(({ text }) => !text.includes('Bình nói'));
    expect(wentBack.map(({ before }) => OVER_THEIRS.test(before))).toEqual([true]);
  });
  it('and lays its save over one that was made that moment: who made it reads back, and merges', async () => {
    const disk = new MemoryDisk();
    const desk = new FolderDesk('/desk', { ...new Clock().tools, files: disk.files, writer: 'binh' });
    const piece = must(await desk.create(PIECE));
    must(await desk.open(piece));
    must(await desk.append(piece, 1, said('b4', 'Tháng tư, Bình nói.')));
    let placed = false;
    disk.before = (step) => {
      if (placed) {
        disk.put(`/desk/${piece}/interview.json`, encodeSnapshot(applyChange(PIECE, said('b2', 'Vì An sợ.'))));
        disk.before = () => {};
      }
      placed = step === 'rename interview.json';
    };
    must(await desk.snapshot(piece));
    expect(wordsOf(must(await desk.read(piece)))).toBe('Vì An sợ. Tháng tư, Bình nói.');
    expect(disk.text(`/desk/${piece}/interview.json`)).toMatch(/An sợ[^]*Bình nói/);
  });
});
