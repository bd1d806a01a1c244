import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeBetween, isEmptyChange } from '../../../../shared/interview/change';
import { normalise } from '../../../../shared/interview/normalise';
import {
  restoreAll,
  restoreBlock,
  restoreRow,
  takenBackRestore,
  withPhotosKept,
} from '../../../../shared/review/restore';
import { compareInterviews } from '../../../../shared/review/compare/compare-interviews';
import { versionsToDrop, type VersionMoment } from '../../../../shared/review/thin-versions';
import { anyInterview } from '../../../support/arbitraries';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Thread } from '../../../../shared/interview/threads';
import type { Interview } from '../../../../shared/interview/types';
import type { Row } from '../../../../shared/review/compare/comparison';
import { answer, smallPiece, withText } from './builders';
import { revise, revision } from './revisions';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 23, 20, 0, 30);
const every = (step: number, count: number): VersionMoment[] =>
  Array.from({ length: count }, (_, index) => ({ name: `v${index}`, at: NOW - index * step }));
const stays = (versions: readonly VersionMoment[], kept: readonly string[] = [], now = NOW) => {
  const drop = new Set(versionsToDrop(versions, now, new Set(kept)));
  return versions.filter(({ name }) => !drop.has(name));
};

describe('thinning', () => {
  it('keeps one a minute for an hour, one an hour for a day, one a day after', () => {
    const left = stays(every(20_000, (3 * 24 * 60 * MINUTE) / 20_000)).map(({ at }) => (NOW - at) / MINUTE);
    expect(left.filter((age) => age < 60)).toHaveLength(61);
    expect(left.filter((age) => age >= 60 && age < 24 * 60).length).toBeGreaterThanOrEqual(23);
    expect(left.filter((age) => age >= 60 && age < 24 * 60).length).toBeLessThanOrEqual(25);
    expect(left.filter((age) => age >= 24 * 60).length).toBeLessThanOrEqual(3);
  });

  it('never takes what somebody put a name to, the newest, or what a clock put into the future', () => {
    const versions = [
      ...every(1000, 30),
      { name: 'tomorrow', at: NOW + 24 * 60 * MINUTE },
      { name: 'later', at: NOW + 1000 },
    ];
    const names = stays(versions, ['v29']).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['v29', 'tomorrow', 'later']));
  });

  it('done twice takes nothing more, and every day that had work keeps a version', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(4 * 24 * 3600), { maxLength: 200 }), fc.nat(3600), (ages, later) => {
        const versions = ages.map((age) => ({ name: `v${age}`, at: NOW - age * 1000 }));
        const once = stays(versions);
        expect(stays(once)).toEqual(once);
        const end = stays(once, [], NOW + later * 1000);
        const days = (list: readonly VersionMoment[]) =>
          new Set(list.map(({ at }) => Math.floor(at / (24 * 60 * MINUTE))));
        expect(days(end)).toEqual(days(versions));
      }),
      { numRuns: 500 },
    );
  });
});

function withThreads(
  piece: Interview,
  said: readonly { readonly id: string; readonly text: string }[],
): Interview & Required<Pick<Interview, 'threads'>> {
  const threads = said.map(({ id, text }): Thread => ({
    id,
    anchor: { kind: 'piece' },
    quote: '',
    comments: [{ id: `${id}-1`, by: 'Hồng Hà', at: 5, text }],
  }));
  return { ...piece, threads };
}

describe('restoring', () => {
  const then = smallPiece();

  it('of all gives exactly the version, by the smallest change', () => {
    fc.assert(
      fc.property(anyInterview, fc.array(revision, { maxLength: 8 }), (any, steps) => {
        const before = normalise(any);
        const now = normalise(steps.reduce((piece, step) => revise(piece, step, 'x'), before));
        expect(applyChange(now, restoreAll(now, before))).toEqual(before);
        expect(isEmptyChange(restoreAll(before, before))).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(restoreAll(withText(then, 'a2', 'Khác'), then)).toEqual({ blocks: { a2: then.body[5] } });
  });

  it('leaves what colleagues say as it is, where the change between two pieces takes it along', () => {
    const threads = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('t1', 't2', 't3', 't4'), text: fc.constantFrom('Đúng chưa?', 'Đã xem.') }),
      { selector: ({ id }) => id, maxLength: 4 },
    );
    const byId = ({ threads: said = [] }: Interview) => said.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    fc.assert(
      fc.property(anyInterview, fc.array(revision, { maxLength: 5 }), threads, threads, (any, steps, said, says) => {
        const before = withThreads(normalise(any), said);
        const now = withThreads(
          normalise(steps.reduce<Interview>((piece, step) => revise(piece, step, 'x'), before)),
          says,
        );
        const restored = applyChange(now, restoreAll(now, before));
        expect(restored).toEqual({ ...before, threads: now.threads });
        const all = applyChange(now, changeBetween(now, before));
        expect({ ...all, threads: byId(all) }).toEqual({ ...before, threads: byId(before) });
      }),
      { numRuns: 100 },
    );
  });

  it('of one block leaves the rest as it is now', () => {
    const now = withText(withText(then, 'a2', 'Khác'), 'a1', 'Cũng khác');
    const change = restoreBlock(now, then, 'a2');
    expect(change && applyChange(now, change)).toEqual(withText(then, 'a1', 'Cũng khác'));
    expect(restoreBlock(now, then, 'không có')).toBeNull();
  });

  it('of a block that is gone puts it back where it stood, with its picture', () => {
    const now = { ...then, photos: [], body: then.body.filter(({ id }) => id !== 'f') };
    const change = restoreBlock(now, then, 'f');
    expect(change && applyChange(now, change)).toEqual(then);
  });
});

describe('restoring a compared row', () => {
  const then = smallPiece();
  const words = (piece: Interview) => piece.body.map((block) => ('text' in block ? plainText(block.text) : block.kind));
  const backFrom = (now: Interview, change: Row['change']) => {
    const row = compareInterviews(then, now).rows.find((each) => each.change === change);
    const restored = row && restoreRow(now, then, row);
    if (!restored) throw new Error(`no ${change} row`);
    return applyChange(now, restored);
  };

  it('brings an edited block back where it stands now', () => {
    expect(backFrom(withText(then, 'a2', 'Là chia nước cho kịp giữa ba thôn.'), 'changed')).toEqual(then);
  });

  it('makes one paragraph of one that was split, and several of those that were merged', () => {
    const split = {
      ...then,
      body: then.body.flatMap((block) =>
        block.id === 'a1'
          ? [
              answer('a1', 'Thấp hơn năm ngoái hai gang tay.'),
              answer('x', 'Bà con đã bắt đầu tưới luân phiên từ tháng giêng.'),
            ]
          : [block],
      ),
    };
    expect(words(backFrom(split, 'split'))).toEqual(words(then));
    const merged = {
      ...then,
      body: then.body.flatMap((block) =>
        block.id === 'a2' ? [] : block.id === 'q2' ? [answer('q2', `${words(then)[4]} ${words(then)[5]}`)] : [block],
      ),
    };
    expect(words(backFrom(merged, 'merged'))).toEqual(words(then));
  });

  it('brings a block back that is gone, with its photo', () => {
    const now = { ...then, photos: [], body: then.body.filter(({ id }) => id !== 'f') };
    expect(backFrom(now, 'removed')).toEqual(then);
  });

  it('has nothing to bring back for a block that is new', () => {
    const now = { ...then, body: [...then.body, answer('n', 'Một đoạn hoàn toàn mới, chưa từng có trước đây.')] };
    const row = compareInterviews(then, now).rows.find(({ change }) => change === 'added');
    expect(row && restoreRow(now, then, row)).toBeNull();
  });
});

describe('taking a restore back', () => {
  const then = smallPiece();
  /** The piece of today: another headline, another person, another text, a picture more. */
  const today: Interview = {
    ...withText(then, 'a2', 'Là chia nước theo sổ.'),
    headline: toText('Tít của hôm nay'),
    section: 'Mục của hôm nay',
    people: [...then.people, { id: 'moi', name: 'Y Bhiu Niê', part: 'interviewee' }],
    photos: [...then.photos, { id: 'hom-nay', file: `${'e'.repeat(64)}.jpg`, width: 30, height: 20 }],
  };
  const restored = applyChange(today, withPhotosKept(today, restoreAll(today, then)));

  it('brings everything back when nothing was written since: texts, people, details and pictures', () => {
    expect(restored.headline).toEqual(then.headline);
    expect(takenBackRestore(today, restored, restored)).toEqual(today);
  });

  it('keeps what was written since, and both wordings where the same words were touched', () => {
    const written = { ...withText(restored, 'a1', 'Lời gõ sau khi khôi phục.'), kicker: toText('Chuyên mục mới') };
    const back = takenBackRestore(today, restored, written);
    expect(back).toMatchObject({ headline: today.headline, section: today.section, people: today.people });
    expect(textOfBlock(back, 'a1')).toBe('Lời gõ sau khi khôi phục.');
    expect(textOfBlock(back, 'a2')).toBe('Là chia nước theo sổ.');
    expect(plainText(back.kicker)).toBe('Chuyên mục mới');
    const disputed = takenBackRestore(today, restored, { ...restored, headline: toText('Tít thứ ba') });
    expect(plainText(disputed.headline)).toMatch(/thứ ba/);
    expect(plainText(disputed.headline)).toMatch(/hôm nay/);
  });

  it('after undo has taken the words back already brings the rest', () => {
    const undone = { ...restored, headline: today.headline, body: today.body };
    expect(takenBackRestore(today, restored, undone)).toMatchObject({ ...today, photos: expect.any(Array) });
  });

  it('loses no picture from the list on the way: undo alone may bring back the text that shows it', () => {
    expect(restored.photos.map(({ id }) => id)).toEqual([...then.photos.map(({ id }) => id), 'hom-nay']);
    expect(withPhotosKept(then, { order: ['a1'] })).toEqual({ order: ['a1'] });
  });
});

function textOfBlock({ body }: Interview, id: string): string {
  const block = body.find((each) => each.id === id);
  return block && 'text' in block ? plainText(block.text) : '';
}
