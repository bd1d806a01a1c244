import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles, type Files, type OpenFile } from '../../../../electron/desk/files';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { SNAPSHOT_CHANGES, SNAPSHOT_QUIET } from '../../../../electron/desk/snapshot-timing';
import { equalData } from '../../../../shared/interview/equal';
import type { Change } from '../../../../shared/interview/change';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { interview, p, person, q, a, title, unknown } from '../../../support/builders';
import { words } from '../../../support/arbitraries';
import { VERSION_NAME } from '../../../../shared/review/review-file';
import { Clock, fold, must, START, typed } from './desk-story';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'galley-desk-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

// Desks are dropped here as a crash drops them, with their journals open.
const journals: OpenFile[] = [];
const files: Files = {
  ...diskFiles,
  append: async (file) => {
    const journal = await diskFiles.append(file);
    journals.push(journal);
    return journal;
  },
};
afterEach(async () => {
  for (const journal of journals.splice(0)) await journal.close();
});

const desk = (clock = new Clock()) => new FolderDesk(root, { ...clock.tools, files });
const inPiece = (piece: string, ...parts: string[]) => path.join(root, piece, ...parts);

function answerOf(opened: Interview): string {
  const block = opened.body.find(({ id }) => id === 'b2');
  return block?.kind === 'answer' ? plainText(block.text) : '';
}

describe('a piece on the desk', () => {
  it('is a folder named after date and headline', async () => {
    const piece = must(await desk().create(interview(title('Giọt nước ở Đắk Lắk'), q('Vì sao?'))));
    expect(piece).toMatch(/^2026-11-23-giot-nuoc-o-dak-lak-[0-9a-z]{4}$/);
    expect(await readdir(root)).toEqual([piece]);
    expect(must(await desk().read(piece)).headline).toEqual(toText('Giọt nước ở Đắk Lắk'));
  });

  it('holds every acknowledged change without a snapshot, and says what came back', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.open(piece));
    must(await first.append(piece, 1, typed('Vì sợ giếng cạn.')));
    const again = must(await desk().open(piece));
    expect(answerOf(again.interview)).toBe('Vì sợ giếng cạn.');
    expect(again.seq).toBe(1);
    expect(again.recovered?.texts).toEqual([{ block: 'b2', before: 'Vì sợ.', after: 'Vì sợ giếng cạn.' }]);
  });

  it('is not recovered after an orderly close, and goes on counting', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.open(piece));
    must(await first.append(piece, 1, typed('một')));
    must(await first.close(piece));
    const again = must(await desk().open(piece));
    expect(again.recovered).toBeUndefined();
    expect(again.seq).toBe(1);
    expect(await readFile(inPiece(piece, 'interview.json'), 'utf8')).toContain('một');
  });

  it('writes a repeated seq once', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, typed('một')));
    const before = await readFile(inPiece(piece, 'journal.ndjson'), 'utf8');
    must(await first.append(piece, 1, typed('một')));
    expect(await readFile(inPiece(piece, 'journal.ndjson'), 'utf8')).toBe(before);
  });

  it('takes a snapshot after a time of quiet, and after many changes without any', async () => {
    const clock = new Clock();
    const first = desk(clock);
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, typed('sau khi nghỉ')));
    clock.ring(SNAPSHOT_QUIET);
    must(await first.read(piece));
    expect(await readFile(inPiece(piece, 'interview.json'), 'utf8')).toContain('sau khi nghỉ');
    for (let seq = 2; seq <= SNAPSHOT_CHANGES + 1; seq++) must(await first.append(piece, seq, typed(`lần ${seq}`)));
    expect(await readFile(inPiece(piece, 'interview.json'), 'utf8')).toContain(`lần ${SNAPSHOT_CHANGES + 1}`);
  });

  it('brings an unknown block through the journal as it came', async () => {
    const chart = unknown({ kind: 'chart', id: 'c1', data: [1, 2], note: 'giữ nguyên' });
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, { blocks: { c1: chart }, order: ['b1', 'c1', 'b2'] }));
    expect(must(await desk().read(piece)).body[1]).toEqual(chart);
    must(await first.close(piece));
    expect(must(await desk().read(piece)).body[1]).toEqual(chart);
  });

  it('refuses a change that could not be read back', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    const bad = { blocks: { b2: { kind: 'answer', id: 'b2', text: [{ text: 'x', link: 'javascript:alert(1)' }] } } };
    expect((await first.append(piece, 1, bad as Change)).ok).toBe(false);
    expect(must(await first.read(piece))).toEqual(must(await desk().read(piece)));
  });

  it('is listed with its interviewee and answered pairs, newest first, broken ones too', async () => {
    const clock = new Clock();
    const first = desk(clock);
    const piece = must(
      await first.create(
        interview(
          title('A'),
          person({ id: 'p', name: 'H’Nhung', part: 'interviewee' }),
          q('1?'),
          a('có'),
          q('2?'),
          a(''),
        ),
      ),
    );
    const broken = must(await first.create(interview(title('B'), p('x'))));
    await writeFile(inPiece(broken, 'interview.json'), '{"format":"galley","version":1,');
    await writeFile(path.join(root, 'ghi-chu.txt'), 'x');
    const list = must(await first.list());
    expect(list.find(({ id }) => id === piece)).toMatchObject({
      headline: 'A',
      interviewee: 'H’Nhung',
      pairs: 2,
      answered: 1,
    });
    expect(list.find(({ id }) => id === broken)?.problem?.kind).toBe('damaged');
    expect(list).toHaveLength(2);
  });

  it('never leads out of the desk', async () => {
    for (const piece of ['..', '../x', 'a/b', 'a\\b', '', '.new-1', 'c:x']) {
      expect(await desk().open(piece)).toEqual({ ok: false, failure: { kind: 'not-found' } });
      expect(() => desk().folderOf(piece)).toThrow(RangeError);
      expect(await desk().photoPath(piece, `${'0'.repeat(64)}.jpg`)).toBeNull();
    }
  });

  it('stores a picture once under its hash', async () => {
    const bytes = new TextEncoder().encode('picture');
    const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.addPhoto(piece, file, bytes));
    must(await first.addPhoto(piece, file, bytes));
    expect(await readdir(inPiece(piece, 'photos'))).toEqual([file]);
    expect(await first.photoPath(piece, file)).toBe(inPiece(piece, 'photos', file));
    expect(await first.photoPath(piece, '../interview.json')).toBeNull();
  });
});

describe('the same files in other hands', () => {
  const pieceOf = async (writer: FolderDesk) => must(await writer.create(START));
  /** Puts a snapshot with other words into the folder, as another program would. */
  const editOutside = async (piece: string, answer: string, headline = 'Giữ nước') => {
    const source = await readFile(inPiece(piece, 'interview.json'), 'utf8');
    const theirs = source.replace('Vì sợ.', answer).replace('Giữ nước', headline);
    await writeFile(inPiece(piece, 'interview.json'), theirs);
    return theirs;
  };
  const versionsOf = async (piece: string) => {
    const names = (await readdir(inPiece(piece, 'versions'))).filter((name) => VERSION_NAME.test(name));
    return await Promise.all(names.map((name) => readFile(inPiece(piece, 'versions', name), 'utf8')));
  };

  it('merges an outside edit with what the journal holds', async () => {
    const first = desk();
    const piece = await pieceOf(first);
    must(await first.append(piece, 1, typed('Vì sợ giếng cạn.')));
    await editOutside(piece, 'Vì sợ.', 'Giữ nước cho mùa khô');
    const again = must(await desk().open(piece));
    expect(answerOf(again.interview)).toBe('Vì sợ giếng cạn.');
    expect(again.interview.headline).toEqual(toText('Giữ nước cho mùa khô'));
    expect(again.remarks.map(({ rule }) => rule)).toEqual(['merged-at-opening']);
  });

  it('keeps both wordings, and the other file, where an outside edit changed the same words', async () => {
    const first = desk();
    const piece = await pieceOf(first);
    must(await first.append(piece, 1, typed('của tôi')));
    const theirs = await editOutside(piece, 'Của người khác.');
    const again = must(await desk().open(piece));
    expect(answerOf(again.interview)).toBe('[[của tôi | Của người khác.]]');
    expect(await versionsOf(piece)).toContain(theirs);
  });

  it('merges what somebody wrote while the piece was open here', async () => {
    const first = desk();
    const piece = await pieceOf(first);
    must(await first.append(piece, 1, typed('Vì sợ giếng cạn.')));
    await editOutside(piece, 'Vì sợ.', 'Giữ nước cho mùa khô');
    must(await first.snapshot(piece));
    const there = must(await desk().read(piece));
    expect([answerOf(there), there.headline]).toEqual(['Vì sợ giếng cạn.', toText('Giữ nước cho mùa khô')]);
  });

  it('flags everything when nobody knows the common version any more', async () => {
    const first = desk();
    const piece = await pieceOf(first);
    must(await first.append(piece, 1, typed('của tôi')));
    await editOutside(piece, 'Của người khác.', 'Nước');
    await rm(inPiece(piece, 'versions'), { recursive: true });
    const again = must(await desk().open(piece));
    expect(answerOf(again.interview)).toBe('[[của tôi | Của người khác.]]');
    expect(again.remarks.map(({ rule }) => rule)).toEqual(['merged-without-base']);
  });

  it('a file that cannot be read is kept, and the window goes on', async () => {
    const first = desk();
    const piece = await pieceOf(first);
    must(await first.append(piece, 1, typed('của tôi')));
    await writeFile(inPiece(piece, 'interview.json'), 'GIF89a');
    must(await first.snapshot(piece));
    const told = must(await first.open(piece)).remarks.find(({ rule }) => rule === 'changed-while-open');
    expect(await readFile(inPiece(piece, String(told?.values?.['file'])), 'utf8')).toBe('GIF89a');
    expect(answerOf(must(await desk().read(piece)))).toBe('của tôi');
  });

  it('leaves other files in the folder alone', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    await writeFile(inPiece(piece, 'ghi-am.m4a'), 'tiếng');
    must(await first.append(piece, 1, typed('một')));
    must(await first.close(piece));
    expect(await readFile(inPiece(piece, 'ghi-am.m4a'), 'utf8')).toBe('tiếng');
  });
});

describe('damage', () => {
  it.each([
    ['cut short', (text: string) => text.slice(0, 60)],
    ['empty', () => ''],
    ['foreign', () => 'GIF89a'],
  ])('of the snapshot (%s) is answered by the second copy and the journal', async (_, damage) => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, typed('trong bản lưu')));
    must(await first.snapshot(piece));
    must(await first.append(piece, 2, { fields: { slug: 'trong-nhat-ky' } }));
    const file = inPiece(piece, 'interview.json');
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    const again = must(await desk().open(piece));
    expect(answerOf(again.interview)).toBe('trong bản lưu');
    expect(again.interview.slug).toBe('trong-nhat-ky');
    const told = again.remarks.filter(({ severity }) => severity === 'loss');
    expect(told.map(({ rule }) => rule)).toEqual(['snapshot-damaged']);
    if (damaged !== '') expect(await readFile(inPiece(piece, String(told[0]?.values?.['file'])), 'utf8')).toBe(damaged);
    expect(must(await desk().read(piece))).toEqual(again.interview);
  });

  it('of a file from a later Galley is none: nothing is touched', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, typed('một')));
    must(await first.close(piece));
    const file = inPiece(piece, 'interview.json');
    const later = (await readFile(file, 'utf8')).replace('"version": 1', '"version": 99');
    await writeFile(file, later);
    expect(await desk().open(piece)).toEqual({ ok: false, failure: { kind: 'too-new', version: 99 } });
    expect(await readFile(file, 'utf8')).toBe(later);
  });

  it('of the last line gives everything before it, and keeps the line', async () => {
    const first = desk();
    const piece = must(await first.create(START));
    must(await first.append(piece, 1, typed('một')));
    must(await first.append(piece, 2, typed('hai')));
    const file = inPiece(piece, 'journal.ndjson');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, -20));
    const second = desk();
    const again = must(await second.open(piece));
    expect(answerOf(again.interview)).toBe('một');
    const told = again.remarks.find(({ rule }) => rule === 'journal-rest');
    expect(await readFile(inPiece(piece, String(told?.values?.['file'])), 'utf8')).toContain('hai');
    must(await second.append(piece, again.seq + 1, typed('ba')));
    expect(answerOf(must(await desk().read(piece)))).toBe('ba');
  });
});

const change: fc.Arbitrary<Change> = fc.oneof(
  words.map(typed),
  fc.tuple(fc.integer({ min: 3, max: 6 }), words).map(([number, text]): Change => {
    const id = `b${number}`;
    return { blocks: { [id]: { kind: 'paragraph', id, text: toText(text) } }, order: ['b1', id, 'b2'] };
  }),
  words.map((text): Change => ({ fields: { headline: toText(text), kicker: null } })),
  fc.constant<Change>({ order: ['b2', 'b1'] }),
);

it('reopens as the fold of all changes, whenever snapshots fall', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(change, fc.constantFrom('type', 'type', 'snapshot', 'close', 'crash')), { maxLength: 25 }),
      async (story) => {
        let now = desk();
        const piece = must(await now.create(START));
        let seq = 0;
        for (const [step, then] of story) {
          must(await now.append(piece, ++seq, step));
          if (then === 'snapshot') must(await now.snapshot(piece));
          if (then === 'close') must(await now.close(piece));
          if (then === 'crash') now = desk();
        }
        const expected = fold(
          START,
          story.map(([step]) => step),
        );
        expect(equalData(must(await desk().read(piece)), expected)).toBe(true);
        await rm(inPiece(piece), { recursive: true });
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

it('never throws at a journal of damaged bytes, and never loses the snapshot', async () => {
  const first = desk();
  const piece = must(await first.create(START));
  for (let seq = 1; seq <= 5; seq++) must(await first.append(piece, seq, typed(`lần ${seq}`)));
  const file = inPiece(piece, 'journal.ndjson');
  const sound = await readFile(file);
  const damage = fc.tuple(fc.nat(sound.length), fc.nat(60), fc.uint8Array({ maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(damage, async ([at, cut, put]) => {
      await writeFile(file, Buffer.concat([sound.subarray(0, at), put, sound.subarray(at + cut)]));
      const read = must(await desk().read(piece));
      expect(answerOf(read)).toMatch(/^(Vì sợ\.|lần [1-5])$/);
    }),
    { numRuns: 300 },
  );
}, 60_000);
