import { describe, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { SNAPSHOT_QUIET } from '../../../../electron/desk/snapshot-timing';
import { WATCH_EVERY } from '../../../../electron/desk/piece-watch';
import { LOCK_LIFETIME } from '../../../../electron/desk/write-lock';
import { FIRST_LOOK } from '../../../../shared/desk/lease';
import { applyChange, type Change } from '../../../../shared/interview/change';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import type { PieceNews } from '../../../../shared/desk/news';
import { a, interview, q, title } from '../../../support/builders';
import { MemoryDisk } from '../faults/memory-disk';
import { Clock, must } from './desk-story';

const PIECE: Interview = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ.'), q('Bao giờ?'), a('Tháng ba.'));

const said = (id: string, words: string): Change => ({ blocks: { [id]: { kind: 'answer', id, text: toText(words) } } });
const wordsOf = ({ body }: Interview, id: string) => {
  const block = body.find((each) => each.id === id);
  return block?.kind === 'answer' ? plainText(block.text) : null;
};

/** Two people at two machines with clocks of their own, on one disk. */
class Two {
  readonly disk = new MemoryDisk();
  readonly clocks = { an: new Clock(), binh: new Clock() };
  private ticks = 0;
  readonly heard: { an: PieceNews[]; binh: PieceNews[] } = { an: [], binh: [] };
  readonly an = this.desk('an');
  readonly binh = this.desk('binh');

  constructor() {
    // Each write has a time of its own, so that a look at the time of a file tells of it.
    this.disk.clock = () => this.clocks.an.time + ++this.ticks;
  }

  desk(name: 'an' | 'binh'): FolderDesk {
    return new FolderDesk('/desk', {
      ...this.clocks[name].tools,
      files: this.disk.files,
      writer: name,
      who: () => ({ name: name === 'an' ? 'Lê An' : 'Y Bình', machine: `máy-${name}` }),
    });
  }

  /** The piece, open at both. */
  async open(): Promise<string> {
    const piece = must(await this.an.create(PIECE));
    for (const name of ['an', 'binh'] as const) {
      must(await this[name].open(piece));
      this[name].watch(piece, (news) => this.heard[name].push(news));
      await this.look(name, piece, 0);
    }
    return piece;
  }

  /** One round of looking at what others do. */
  async look(name: 'an' | 'binh', piece: string, wait = WATCH_EVERY): Promise<PieceNews | undefined> {
    this.clocks[name].time += wait;
    this.clocks[name].ring(wait);
    must(await this[name].read(piece));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return this.heard[name].at(-1);
  }
}

describe('two desks on one folder', () => {
  it('write journals of their own, and each takes in what the other saved', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.an.append(piece, 1, said('b2', 'Vì sợ giếng cạn.')));
    must(await two.binh.append(piece, 1, said('b4', 'Cuối tháng ba.')));
    expect(two.disk.names(`/desk/${piece}`)).toEqual(
      expect.arrayContaining(['journal.an.ndjson', 'journal.binh.ndjson']),
    );
    must(await two.an.snapshot(piece));
    expect((await two.look('binh', piece))?.theirs).toBe(true);
    const taken = must(await two.binh.takeIn(piece));
    expect(taken?.conflicts).toEqual([]);
    expect(applyChange(PIECE, taken?.change ?? {})).toMatchObject({ headline: toText('Giữ nước') });
    expect(wordsOf(must(await two.binh.read(piece)), 'b2')).toBe('Vì sợ giếng cạn.');
    must(await two.binh.snapshot(piece));
    must(await two.an.takeIn(piece));
    const [left, right] = [must(await two.an.read(piece)), must(await two.binh.read(piece))];
    expect(left).toEqual(right);
    expect([wordsOf(left, 'b2'), wordsOf(left, 'b4')]).toEqual(['Vì sợ giếng cạn.', 'Cuối tháng ba.']);
  });

  it('a snapshot in the background waits until the window has taken in what is there', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.an.append(piece, 1, said('b2', 'Vì sợ giếng cạn.')));
    must(await two.an.snapshot(piece));
    must(await two.binh.append(piece, 1, said('b4', 'Cuối tháng ba.')));
    two.clocks.binh.ring(SNAPSHOT_QUIET);
    must(await two.binh.read(piece));
    expect(wordsOf(must(await two.binh.read(piece)), 'b2')).toBe('Vì sợ.');
    expect(two.heard.binh.at(-1)?.theirs).toBe(true);
    must(await two.binh.takeIn(piece));
    two.clocks.binh.ring(SNAPSHOT_QUIET);
    must(await two.binh.read(piece));
    const seen = must(await new FolderDesk('/desk', { files: two.disk.files }).read(piece));
    expect([wordsOf(seen, 'b2'), wordsOf(seen, 'b4')]).toEqual(['Vì sợ giếng cạn.', 'Cuối tháng ba.']);
  });

  it('the same words changed by both stand twice, and both files are kept with the one they went out from', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.an.append(piece, 1, said('b2', 'Vì thương.')));
    must(await two.binh.append(piece, 1, said('b2', 'Vì nhớ.')));
    must(await two.an.close(piece));
    must(await two.binh.close(piece));
    const there = must(await two.desk('an').open(piece));
    expect(wordsOf(there.interview, 'b2')).toBe('Vì [[nhớ | thương]].');
    expect(two.disk.names(`/desk/${piece}/versions`).filter((name) => /^\d{8}-/.test(name))).toHaveLength(3);
  });

  it('a block that one took out and the other changed is told until somebody has looked', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.an.append(piece, 1, { order: ['b1', 'b2', 'b3'] }));
    must(await two.binh.append(piece, 1, said('b4', 'Cuối tháng ba.')));
    must(await two.an.close(piece));
    must(await two.binh.close(piece));
    const conflict = { kind: 'deleted', place: { block: 'b4', part: 'block' }, by: 'b' };
    const again = two.desk('an');
    expect(must(await again.open(piece)).conflicts).toEqual([conflict]);
    must(await again.keepConflicts(piece, []));
    expect(must(await again.open(piece)).conflicts).toEqual([]);
  });

  it('words that a desk was cut off with come to the other when its journal has stood still', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.an.append(piece, 1, said('b2', 'Vì sợ giếng cạn.')));
    // The machine of An is off: its lease and its journal stand still.
    let news: PieceNews | undefined;
    for (let looks = 0; looks < 60; looks++) news = await two.look('binh', piece);
    expect(news).toEqual({ holder: null, theirs: true });
    must(await two.binh.takeIn(piece));
    expect(wordsOf(must(await two.binh.read(piece)), 'b2')).toBe('Vì sợ giếng cạn.');
    expect(two.disk.names(`/desk/${piece}`)).not.toContain('journal.an.ndjson');
    // An comes back: nothing stands there twice.
    must(await two.binh.close(piece));
    expect(wordsOf(must(await two.desk('an').open(piece)).interview, 'b2')).toBe('Vì sợ giếng cạn.');
  });

  it('a lock that a crash left is broken after a while, and never sooner', async () => {
    const two = new Two();
    const piece = await two.open();
    two.disk.put(`/desk/${piece}/.galley-snapshot.lock`, new TextEncoder().encode('an 0'));
    must(await two.binh.append(piece, 1, said('b4', 'Cuối tháng ba.')));
    const saved = () => two.disk.text(`/desk/${piece}/interview.json`);
    const rest = async () => {
      two.clocks.binh.ring(SNAPSHOT_QUIET);
      must(await two.binh.read(piece));
    };
    await rest();
    expect(saved()).not.toContain('Cuối');
    two.clocks.binh.time += LOCK_LIFETIME + 1;
    await rest();
    expect(saved()).toContain('Cuối');
  });
});

describe('the lease', () => {
  it('tells the second who has the piece, and is given back on closing', async () => {
    const two = new Two();
    const piece = await two.open();
    expect(two.heard.an.at(-1)).toEqual({ holder: null, theirs: false });
    expect(two.heard.binh.at(-1)?.holder).toMatchObject({ name: 'Lê An', machine: 'máy-an' });
    expect(must(await two.binh.list())[0]?.openBy).toMatchObject({ name: 'Lê An' });
    must(await two.an.close(piece));
    expect((await two.look('binh', piece))?.holder).toBeNull();
    expect(must(await two.an.list())[0]?.openBy).toMatchObject({ name: 'Y Bình' });
  });

  it('can be taken over; the first is told and goes on writing', async () => {
    const two = new Two();
    const piece = await two.open();
    must(await two.binh.takeOver(piece));
    expect(two.heard.binh.at(-1)?.holder).toBeNull();
    expect((await two.look('an', piece))?.holder).toMatchObject({ name: 'Y Bình' });
    must(await two.an.append(piece, 1, said('b2', 'Vì sợ giếng cạn.')));
    must(await two.an.close(piece));
    must(await two.binh.takeIn(piece));
    expect(wordsOf(must(await two.binh.read(piece)), 'b2')).toBe('Vì sợ giếng cạn.');
  });

  it.each([-48, 0, 48])('runs out after a crash, with a clock that is %i hours off', async (hours) => {
    const two = new Two();
    two.clocks.an.time += hours * 3_600_000;
    const piece = await two.open();
    let news: PieceNews | undefined;
    for (let looks = 0; looks < 60; looks++) news = await two.look('binh', piece);
    expect(news?.holder).toBeNull();
    expect(two.disk.text(`/desk/${piece}/lease.json`)).toContain('Y Bình');
  });

  it.each([-48, 48])('is held as long as it is renewed, with a clock that is %i hours off', async (hours) => {
    const two = new Two();
    two.clocks.an.time += hours * 3_600_000;
    const piece = await two.open();
    for (let looks = 0; looks < 100; looks++) {
      await two.look('an', piece);
      const { holder } = (await two.look('binh', piece)) ?? {};
      // By a clock that is behind, a lease looks left behind until it is seen to be renewed.
      if (looks * WATCH_EVERY < FIRST_LOOK) continue;
      expect(holder).toMatchObject({ name: 'Lê An' });
      expect(two.disk.text(`/desk/${piece}/lease.json`)).toContain('Lê An');
    }
  });
});
