import { describe, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { withExchange, type Origin } from '../../../../shared/desk/origin';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import type { PieceId } from '../../../../shared/ipc/contract';
import { a, interview, q, title } from '../../../support/builders';
import { MemoryDisk } from '../faults/memory-disk';
import { Clock, must } from './desk-story';

const PIECE: Interview = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ.'), q('Bao giờ?'), a('Tháng ba.'));

const answered = (piece: Interview, id: string, words: string): Interview => ({
  ...piece,
  body: piece.body.map((block) => (block.id === id && 'text' in block ? { ...block, text: toText(words) } : block)),
});
const wordsOf = ({ body }: Interview, id: string) => {
  const block = body.find((each) => each.id === id);
  return block && 'text' in block ? plainText(block.text) : null;
};

/** A desk on a machine of its own: nothing but files that are carried leads from one to the other. */
function deskOf(seed: number) {
  const clock = new Clock();
  const disk = new MemoryDisk();
  let drawn = seed;
  const random = () => (drawn = (drawn * 16807) % 2147483647) / 2147483647;
  const desk = new FolderDesk('/desk', { ...clock.tools, random, files: disk.files, writer: `w${seed}` });
  const write = async (piece: PieceId, change: (now: Interview) => Interview) => {
    const { seq, interview: now } = must(await desk.open(piece));
    const { body } = change(now);
    must(await desk.append(piece, seq + 1, { blocks: Object.fromEntries(body.map((block) => [block.id, block])) }));
  };
  /** What a .galley file carries. */
  const give = async (piece: PieceId) => {
    const now = must(await desk.read(piece));
    return { interview: now, origin: must(await desk.handOver(piece, now)) };
  };
  return { desk, disk, write, give };
}

describe('a piece that is carried from desk to desk', () => {
  it('is known again, and merged over what both had last, there and back', async () => {
    const [home, away] = [deskOf(11), deskOf(22)];
    const here = must(await home.desk.create(PIECE));
    const first = await home.give(here);
    expect(must(await away.desk.findOrigin(first.origin))).toBeNull();
    const there = must(await away.desk.create(first.interview, [], first.origin));

    await home.write(here, (now) => answered(now, 'b2', 'Vì sợ giếng cạn.'));
    await away.write(there, (now) => answered(now, 'b4', 'Cuối tháng ba.'));
    const back = await away.give(there);
    expect(must(await home.desk.findOrigin(back.origin))).toBe(here);
    must(await home.desk.layBeside(here, back, []));
    must(await home.desk.close(here));
    must(await home.desk.open(here));
    const news: boolean[] = [];
    home.desk.watch(here, ({ theirs }) => news.push(theirs));
    must(await home.desk.takeOver(here));
    expect(news).toContain(true);
    const taken = must(await home.desk.takeIn(here));
    expect(taken?.conflicts).toEqual([]);
    const merged = must(await home.desk.read(here));
    expect([wordsOf(merged, 'b2'), wordsOf(merged, 'b4')]).toEqual(['Vì sợ giếng cạn.', 'Cuối tháng ba.']);
    expect(home.disk.names(`/desk/${here}`).filter((name) => name.startsWith('journal.in'))).toEqual([]);

    // And back: the other desk has gone on, and its own version is the base.
    await away.write(there, (now) => answered(now, 'b3', 'Bao giờ thế?'));
    const again = await home.give(here);
    expect(must(await away.desk.findOrigin(again.origin))).toBe(there);
    must(await away.desk.layBeside(there, again, []));
    away.desk.watch(there, () => {});
    must(await away.desk.takeOver(there));
    expect(must(await away.desk.takeIn(there))?.conflicts).toEqual([]);
    const both = must(await away.desk.read(there));
    expect(['b2', 'b3', 'b4'].map((id) => wordsOf(both, id))).toEqual([
      'Vì sợ giếng cạn.',
      'Bao giờ thế?',
      'Cuối tháng ba.',
    ]);
  });

  it('shows everything that differs when no common version is known', async () => {
    const home = deskOf(11);
    const here = must(await home.desk.create(PIECE));
    const { origin } = await home.give(here);
    const stranger: Origin = { piece: origin.piece, exchanged: [] };
    must(await home.desk.layBeside(here, { interview: answered(PIECE, 'b2', 'Do lo.'), origin: stranger }, []));
    must(await home.desk.open(here));
    home.desk.watch(here, () => {});
    must(await home.desk.takeOver(here));
    must(await home.desk.takeIn(here));
    const merged = must(await home.desk.read(here));
    expect(wordsOf(merged, 'b2')).toBe('[[Vì sợ. | Do lo.]]');
    expect(wordsOf(merged, 'b4')).toBe('Tháng ba.');
  });

  it('remembers the last hundred exchanges, each once', () => {
    const many = Array.from({ length: 150 }, (_, at) => at.toString(16).padStart(64, '0'));
    const origin = withExchange(
      { piece: 'a'.repeat(12), exchanged: many.slice(0, 90) },
      ...many.slice(50),
      many[149] ?? '',
    );
    expect(origin.exchanged).toEqual(many.slice(50));
  });
});
