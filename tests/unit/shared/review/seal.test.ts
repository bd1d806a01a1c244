import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../../shared/interview/build';
import type { Block, Interview } from '../../../../shared/interview/types';
import { canonicalForm } from '../../../../shared/review/canonical';
import { judge } from '../../../../shared/review/judge';
import { checkLog, clockFaults, type LogEntry } from '../../../../shared/review/log';
import { NEW_REVIEW, readReviewFile, writeReviewFile, type Review } from '../../../../shared/review/review-file';
import { takeStep } from '../../../../shared/review/take-step';
import type { StepId } from '../../../../shared/review/workflow';
import { anyInterview } from '../../../support/arbitraries';
import { sha, smallPiece, withBlock, withText } from './builders';

const VERSION = '20261123-201530-042-0123456789abcdef.json';

function after(steps: readonly StepId[], interview: Interview, start: Review = NEW_REVIEW): Review {
  return steps.reduce((review, step, index) => {
    const act = {
      by: 'Hà',
      role: 'editor',
      at: `2026-11-23T20:15:3${index}.000Z`,
      version: VERSION,
      reason: 'vì sao',
    } as const;
    const next = takeStep(step, interview, review, act, sha);
    if (!next.ok) throw new Error(next.failure.kind);
    return next.value;
  }, start);
}

const piece = smallPiece();
const sealed = after(['submit', 'take', 'approve'], piece);
const verdict = (interview: Interview, review: Review = sealed) => judge(interview, review, piece, sha).kind;
const photoOf = (interview: Interview) =>
  interview.photos[0] ??
  (() => {
    throw new Error('no photo');
  })();

describe('the canonical form', () => {
  it.each<[string, (interview: Interview) => Interview]>([
    ['a letter', (i) => withText(i, 'a2', 'Là chia nước cho công bằng giữa ba thôm.')],
    ['a mark', (i) => withText(i, 'a2', [{ text: 'Là chia nước cho công bằng giữa ba thôn.', marks: ['bold'] }])],
    [
      'a link',
      (i) => withText(i, 'a2', [{ text: 'Là chia nước cho công bằng giữa ba thôn.', link: 'https://example.vn/' }]),
    ],
    ['a caption', (i) => withBlock(i, 'f', (b) => ({ ...b, caption: asText('Hồ thôn Tư.') }) as Block)],
    ['a credit', (i) => withBlock(i, 'f', (b) => ({ ...b, credit: [] }) as Block)],
    ['an alt text', (i) => withBlock(i, 'f', (b) => ({ ...b, alt: '' }) as Block)],
    ['a picture', (i) => ({ ...i, photos: [{ ...photoOf(i), file: `${'b'.repeat(64)}.jpg` }] })],
    ['a crop', (i) => ({ ...i, photos: [{ ...photoOf(i), crops: { web: { x: 0, y: 0, width: 1, height: 0.5 } } }] })],
    ['a speaker', (i) => withBlock(i, 'a2', (b) => ({ ...b, speaker: 'p1' }) as Block)],
    ['a label style', (i) => ({ ...i, labels: 'names' })],
    ['a name', (i) => ({ ...i, people: i.people.map((p) => ({ ...p, name: 'Y Brong' })) })],
    ['the byline', (i) => ({ ...i, byline: [{ name: 'Lê Hảo', role: 'ghi' }] })],
    ['the order', (i) => ({ ...i, body: i.body.toReversed() })],
    ['a question made an answer', (i) => withBlock(i, 'q2', (b) => ({ ...b, kind: 'answer' }) as Block)],
    ['a date', (i) => ({ ...i, published: '2026-11-24T05:00+07:00' })],
    ['a field of a later version', (i) => ({ ...i, embargo: 'x' }) as Interview],
  ])('changes with %s', (_, change) => {
    expect(verdict(change(piece))).toBe('edited');
  });

  it.each<[string, (interview: Interview) => Interview]>([
    ['ids', (i) => ({ ...i, body: i.body.map((b, n) => ({ ...b, id: `z${n}` })) })],
    ['a prompt', (i) => withBlock(i, 'a2', (b) => ({ ...b, prompt: 'Viết ở đây' }))],
    ['the name of a picture file', (i) => ({ ...i, photos: [{ ...photoOf(i), name: 'x.jpg', id: 'ho' }] })],
    ['the template', (i) => ({ ...i, template: 'portrait', variables: [] })],
    ['the order of keys', (i) => Object.fromEntries(Object.entries(i).toReversed()) as unknown as Interview],
    [
      'text in NFD',
      (i) =>
        withText(i, 'p', [{ text: 'Mùa khô năm nay đến sớm, phóng viên gặp ông Y Brông bên hồ.'.normalize('NFD') }]),
    ],
    [
      'runs that look alike',
      (i) => withText(i, 'a2', [{ text: 'Là chia nước ' }, { text: 'cho công bằng giữa ba thôn.' }]),
    ],
  ])('does not change with %s', (_, change) => {
    expect(verdict(change(piece))).toBe('intact');
  });

  it('is one form for any interview, however its keys stand', () => {
    fc.assert(
      fc.property(anyInterview, (interview) => {
        const turned = Object.fromEntries(Object.entries(interview).toReversed()) as unknown as Interview;
        expect(canonicalForm(turned)).toBe(canonicalForm(interview));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the log', () => {
  const change = (index: number, fields: Partial<LogEntry>): Review => ({
    ...sealed,
    log: sealed.log.map((entry, at) => (at === index ? { ...entry, ...fields } : entry)),
  });

  it('stands as it was written', () => {
    expect(checkLog(sealed.log, sha)).toBeNull();
    expect(verdict(piece)).toBe('intact');
  });

  it.each<[string, Partial<LogEntry>]>([
    ['name', { by: 'Ai đó' }],
    ['time', { at: '2026-11-23T20:15:39.000Z' }],
    ['reason', { reason: 'khác' }],
    ['content', { content: 'c'.repeat(64) }],
    ['version', { version: VERSION.replace('0123', '3210') }],
  ])('shows an edited %s', (_, fields) => {
    expect(checkLog(change(1, fields).log, sha)).toEqual({ entry: 2, why: 'edited' });
  });

  it('shows entries taken out, moved or put in', () => {
    const [a, b, c] = sealed.log as [LogEntry, LogEntry, LogEntry];
    for (const log of [
      [b, c],
      [a, c],
      [b, a, c],
      [a, a, b, c],
    ])
      expect(checkLog(log, sha)?.why).toBe('missing');
  });

  it('shows a step that nobody may take, though all its sums fit', () => {
    const forged = after(['submit'], piece);
    const act = { by: 'Hảo', role: 'journalist', at: '2026-11-23T20:16:00.000Z', version: VERSION } as const;
    const open = {
      ...act,
      seq: 2,
      what: 'approve',
      state: 'approved',
      content: sealed.seal?.hash ?? '',
      prev: forged.log[0]?.sum ?? '',
    } as const;
    const entry = {
      ...open,
      sum: sha(
        JSON.stringify([
          2,
          open.at,
          open.by,
          open.role,
          open.what,
          open.state,
          null,
          null,
          open.content,
          open.version,
          open.prev,
        ]),
      ),
    };
    expect(checkLog([...forged.log, entry], sha)).toEqual({ entry: 2, why: 'impossible' });
  });

  it('shows a seal and a state that it did not make', () => {
    const other = sealed.seal && { ...sealed.seal, by: 'Ai đó' };
    expect(judge(piece, { ...sealed, seal: other }, piece, sha)).toEqual({ kind: 'forged', why: { what: 'seal' } });
    expect(judge(piece, { ...sealed, seal: null }, piece, sha)).toEqual({ kind: 'forged', why: { what: 'seal' } });
    expect(judge(piece, { ...sealed, state: 'published' }, piece, sha)).toEqual({
      kind: 'forged',
      why: { what: 'state' },
    });
  });

  it('shows a sealed version that is another', () => {
    const other = withText(piece, 'a2', 'Khác.');
    expect(judge(other, sealed, other, sha)).toEqual({ kind: 'forged', why: { what: 'version' } });
  });

  it('tells of clocks that disagree without calling it forged', () => {
    const act = { by: 'Mai', role: 'layout', at: '2026-11-23T19:00:00.000Z', version: VERSION } as const;
    const next = takeStep('hand-off', piece, sealed, act, sha);
    expect(next.ok && clockFaults(next.value.log)).toEqual([4]);
    expect(next.ok && checkLog(next.value.log, sha)).toBeNull();
  });

  it('takes the seal away when the piece is sent back', () => {
    expect(after(['send-back'], piece, sealed)).toMatchObject({ state: 'changes-requested', seal: null });
  });
});

describe('review.json', () => {
  const text = writeReviewFile(sealed);

  it('comes back as it was written', () => {
    expect(readReviewFile(text)).toEqual({ ok: true, value: sealed });
    expect(readReviewFile(writeReviewFile(NEW_REVIEW))).toEqual({ ok: true, value: NEW_REVIEW });
  });

  it.each<[string, string]>([
    ['cut short', text.slice(0, -30)],
    ['nothing', ''],
    ['another JSON', '{"name":"x"}'],
    ['a list', '[]'],
    ['an interview', '{"format":"galley","version":1}'],
    ['a wrong state', text.replace('"state": "approved"', '"state": "blessed"')],
    ['a version that leads out', text.replaceAll(VERSION, '../../x.json')],
    ['a key too many', text.replace('"state"', '"__proto__": {"x": 1}, "state"')],
    ['a name of spaces', text.replaceAll('"by":"Hà"', '"by":"   "')],
    ['too much', `${' '.repeat(6_000_000)}${text}`],
  ])('is refused as %s', (_, source) => {
    expect(readReviewFile(source)).toMatchObject({ ok: false, failure: { kind: 'review-damaged' } });
  });

  it('of a later version is refused as such', () => {
    expect(readReviewFile(text.replace('"version": 1', '"version": 9'))).toEqual({
      ok: false,
      failure: { kind: 'review-too-new', version: 9 },
    });
  });
});
