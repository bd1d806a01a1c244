import { test } from '@playwright/test';
import { sha256 } from '../../electron/sha256';
import type { Block, Interview } from '../../shared/interview/types';
import { toText } from '../../shared/interview/text';
import { changedPlaces } from '../../shared/review/compare/places';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { canonicalForm } from '../../shared/review/canonical';
import { NEW_REVIEW } from '../../shared/review/review-file';
import { takeStep } from '../../shared/review/take-step';
import { longPiece } from './long-piece';
import { milliseconds, report } from './rows';

const WORDS = 10_000;
const PHOTOS = 20;

/** A night's work on a long piece: every third paragraph edited, some moved, some new, some gone. */
function revised(piece: Interview): Interview {
  const body = piece.body.flatMap((block, index): readonly Block[] => {
    if (block.kind !== 'answer' && block.kind !== 'question') return [block];
    const words = block.text.map(({ text }) => text).join('');
    if (index % 31 === 7) return [];
    if (index % 37 === 5)
      return [block, { ...block, id: `new${index}`, text: toText(`Đoạn mới thêm vào số ${index}.`) }];
    return index % 3 === 0
      ? [{ ...block, text: toText(words.replaceAll('bà con', 'người dân').replace('giữ', 'giữ gìn')) }]
      : [block];
  });
  const moved = body.slice(40, 45);
  return { ...piece, headline: toText('Tít khác'), body: [...moved, ...body.slice(0, 40), ...body.slice(45)] };
}

function withPhotos(piece: Interview): Interview {
  const ids = Array.from({ length: PHOTOS }, (_, index) => `p${index}`);
  const photos = ids.map((id, index) => ({
    id,
    file: `${sha256(id)}.jpg`,
    width: 6000,
    height: 4000,
    name: `DSC_${index}.jpg`,
  }));
  const blocks = ids.map((id): Block => ({
    kind: 'photo',
    id: `f${id}`,
    photoId: id,
    span: 2,
    caption: toText('Hồ chứa đầu mùa khô.'),
    credit: toText('Ảnh: Lê Hảo'),
    alt: 'Mặt hồ cạn giữa hai triền đồi cà phê.',
  }));
  return { ...piece, photos, body: [...piece.body, ...blocks] };
}

/** Runs it some times and gives what each took, in milliseconds. */
function times(run: () => void, count = 25): readonly number[] {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

test('comparing two versions', () => {
  const before = longPiece(WORDS);
  const after = revised(before);
  const places = changedPlaces(compareInterviews(before, after)).length;
  report({
    what: `diff of two ${WORDS}-word versions, ${places} places`,
    ours: milliseconds(times(() => compareInterviews(before, after))),
    goal: '≤ 300 ms',
  });
  const edited = { ...before, headline: toText('Một chữ khác') };
  report({
    what: `diff of a ${WORDS}-word version after one edit`,
    ours: milliseconds(times(() => compareInterviews(before, edited))),
  });
});

test('sealing', () => {
  const piece = withPhotos(longPiece(WORDS));
  const act = { by: 'Trần Thu Hà', role: 'editor', at: new Date(0).toISOString(), version: '' } as const;
  const review = { ...NEW_REVIEW, state: 'in-review' } as const;
  report({
    what: `seal of ${WORDS} words and ${PHOTOS} photos`,
    ours: milliseconds(times(() => void takeStep('approve', piece, review, act, sha256))),
    goal: '≤ 200 ms',
  });
  report({
    what: 'canonical form of the same, which is what typing waits beside',
    ours: milliseconds(times(() => canonicalForm(piece))),
  });
});
