import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Files } from '../../../../electron/desk/files';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { readWhole } from '../../../../electron/desk/open-piece';
import type { Change } from '../../../../shared/interview/change';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Block, Interview } from '../../../../shared/interview/types';
import { textsOf } from '../../../../shared/interview/visit';
import { a, interview, q, title } from '../../../support/builders';
import { must } from '../desk/desk-story';
import { MemoryDisk } from './memory-disk';

const START = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ giếng cạn vào mùa khô.'), a('Và vì con cháu.'));

/** What a person does; numbers are taken modulo what is there. A kill falls before the so-manieth step on the disk. */
type Deed =
  | { readonly kind: 'type' | 'head'; readonly block: number; readonly word: number }
  | { readonly kind: 'new' | 'move'; readonly block: number; readonly to: number }
  | { readonly kind: 'save' | 'take-in' | 'reopen' }
  | { readonly kind: 'kill'; readonly after: number };

const number = fc.nat(20);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), block: number, word: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('head' as const), block: number, word: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('new' as const, 'move' as const), block: number, to: number }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('save' as const, 'take-in' as const, 'reopen' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), after: fc.nat(14) }) },
);

/** Every step on the disk takes a while of its own, so that the two go through each other in ever new ways. */
class Person {
  readonly words: string[] = [];
  private desk: FolderDesk;
  private left = Infinity;
  private dead: () => void = () => {};
  private death = new Promise<void>(() => {});

  constructor(
    private readonly name: string,
    private readonly disk: MemoryDisk,
    private readonly piece: string,
    private readonly waits: readonly number[],
    private readonly time: { now: number },
  ) {
    this.desk = this.start();
  }

  private start(): FolderDesk {
    this.left = Infinity;
    this.death = new Promise((resolve) => (this.dead = resolve));
    return new FolderDesk('/desk', {
      files: this.slow(this.disk.files),
      writer: this.name,
      now: () => this.time.now,
      after: (_, then) => {
        const timer = setImmediate(then);
        return () => clearImmediate(timer);
      },
    });
  }

  /** The disk as this process sees it: once the process is dead, nothing it began is ever answered. */
  private slow(files: Files): Files {
    const alive = { yes: true };
    void this.death.then(() => (alive.yes = false));
    let step = 0;
    const slowly =
      <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        for (let turn = this.waits[step++ % this.waits.length] ?? 0; turn > 0; turn--) await Promise.resolve();
        this.time.now += 7;
        if (this.left-- <= 0) this.dead();
        if (this.left < 0 || !alive.yes) return await new Promise<never>(() => {});
        return await call(...args);
      };
    return {
      ...files,
      read: slowly(files.read),
      create: slowly(async (path: string) => this.slowFile(await files.create(path), slowly)),
      append: slowly(async (path: string) => this.slowFile(await files.append(path), slowly)),
      rename: slowly(files.rename),
      remove: slowly(files.remove),
      look: slowly(files.look),
      list: slowly(files.list),
    };
  }

  private slowFile(
    file: Awaited<ReturnType<Files['create']>>,
    slowly: <Args extends readonly unknown[], Value>(
      call: (...args: Args) => Promise<Value>,
    ) => (...args: Args) => Promise<Value>,
  ) {
    return { write: slowly(file.write), sync: slowly(file.sync), close: file.close, isAt: slowly(file.isAt) };
  }

  async do(deeds: readonly Deed[]): Promise<void> {
    must(await this.desk.open(this.piece));
    for (const each of deeds) {
      if (each.kind === 'kill') {
        this.left = each.after;
        continue;
      }
      const ended = await Promise.race([this.perform(each).then(() => 'done'), this.death.then(() => 'dead')]);
      if (ended === 'dead') await this.again();
    }
    this.left = Infinity;
  }

  /** A new start of the program on the same machine. */
  private async again(): Promise<void> {
    this.desk = this.start();
    must(await this.desk.open(this.piece));
  }

  async end(): Promise<void> {
    must(await this.desk.takeIn(this.piece));
    must(await this.desk.close(this.piece));
  }

  private async perform(each: Exclude<Deed, { readonly kind: 'kill' }>): Promise<void> {
    const { desk, piece } = this;
    if (each.kind === 'type' || each.kind === 'head' || each.kind === 'new' || each.kind === 'move') {
      const { interview: now, seq } = must(await desk.open(piece));
      // With an end of its own: the first word must not be found within the tenth.
      const word = `${this.name}${this.words.length}x`;
      must(await desk.append(piece, seq + 1, changeOf(each, now, word)));
      if (each.kind !== 'move') this.words.push(word);
    } else if (each.kind === 'save') must(await desk.snapshot(piece));
    else if (each.kind === 'take-in') must(await desk.takeIn(piece));
    else {
      must(await desk.close(piece));
      must(await desk.open(piece));
    }
  }
}

/** Words are only ever added, so that at the end all of them have to be there. */
function changeOf(
  each: Extract<Deed, { readonly block: number }>,
  { body, headline }: Interview,
  word: string,
): Change {
  const at = each.block % body.length;
  const block = body[at] as Block;
  const ids = body.map(({ id }) => id);
  switch (each.kind) {
    case 'head':
      return { fields: { headline: toText(withWord(plainText(headline), each.word, word)) } };
    case 'new':
      return {
        blocks: { [word]: { kind: 'answer', id: word, text: toText(word) } },
        order: ids.toSpliced(at, 0, word),
      };
    case 'move':
      return { order: ids.toSpliced(at, 1).toSpliced(each.to % body.length, 0, block.id) };
    case 'type':
      if (!('text' in block)) return {};
      return { blocks: { [block.id]: { ...block, text: toText(withWord(plainText(block.text), each.word, word)) } } };
  }
}

function withWord(text: string, at: number, word: string): string {
  const parts = text.split(' ');
  return parts.toSpliced(at % (parts.length + 1), 0, word).join(' ');
}

it('no word that either of two people typed is lost, whatever they save, take in, reopen or are killed at', async () => {
  const story = fc.tuple(fc.array(deed, { maxLength: 12 }), fc.array(deed, { maxLength: 12 }));
  const waits = fc.array(fc.nat(9), { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(story, waits, waits, async ([hers, his], one, other) => {
      const disk = new MemoryDisk();
      const time = { now: Date.UTC(2026, 10, 23, 8) };
      disk.clock = () => time.now;
      const piece = must(await new FolderDesk('/desk', { files: disk.files, now: () => time.now }).create(START));
      const an = new Person('an', disk, piece, one, time);
      const binh = new Person('binh', disk, piece, other, time);
      await Promise.all([an.do(hers), binh.do(his)]);
      // Whoever was killed while saving has left a lock, which the other sees standing still.
      for (let round = 0; round < 3; round++) {
        time.now += 20_000;
        await an.end();
        time.now += 20_000;
        await binh.end();
      }
      const whole = must(await readWhole(disk.files, `/desk/${piece}`, time.now));
      const all = textsOf(whole.interview)
        .map(({ text }) => plainText(text))
        .join('\n');
      for (const word of [...an.words, ...binh.words]) expect(all).toContain(word);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150) },
  );
}, 120_000);
