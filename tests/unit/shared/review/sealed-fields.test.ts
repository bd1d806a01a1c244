import { describe, expect, it } from 'vitest';
import { toText } from '../../../../shared/interview/text';
import type { Block, Interview, Person, Photo, Signature, Teaser } from '../../../../shared/interview/types';
import { appendEntry, checkLog } from '../../../../shared/review/log';
import type { LogEntry } from '../../../../shared/review/log';
import { contentHash, sealCheck } from '../../../../shared/review/seal';
import type { Seal } from '../../../../shared/review/seal';
import { sha } from './builders';

// Leaf by leaf: whatever of a piece, a log or a seal is changed by one character shows, unless it is named below as private.

const person: Required<Person> = {
  id: 'nhung',
  name: 'H’Nhung Êban',
  shortName: 'H’Nhung',
  honorific: 'bà',
  role: 'nông dân',
  office: 'Hợp tác xã Ea Sương',
  part: 'interviewee',
};
const photo: Required<Photo> = {
  id: 'ho',
  file: `${'a'.repeat(64)}.jpg`,
  width: 3000,
  height: 2000,
  name: 'DSC_0001.JPG',
  straighten: 1.5,
  focus: { x: 0.25, y: 0.5 },
  crops: { web: { x: 0, y: 0.1, width: 0.9, height: 0.8 } },
  metadata: { caption: 'Của máy', creator: 'Lê Vũ' },
};
const signature: Required<Signature> = { name: 'Trần Hạ Miên', person: 'mien', role: 'thực hiện' };
const teaser: Required<Teaser> = { heading: 'Bài khác', text: 'Lời dẫn', label: 'E-magazine', link: 'https://x.vn/' };
const marked = [{ text: 'Nước ' }, { text: 'của chung', marks: ['bold'], link: 'https://vi.vn/' }] as const;

const body: readonly Block[] = [
  { kind: 'paragraph', id: 'b0', text: marked, prompt: 'Đoạn dẫn' },
  { kind: 'question', id: 'b1', text: toText('Hỏi?'), speaker: 'mien' },
  { kind: 'answer', id: 'b2', text: toText('Đáp.'), speaker: 'nhung', timecode: 12 },
  { kind: 'subhead', id: 'b3', text: toText('Tít xen') },
  {
    kind: 'photo',
    id: 'b4',
    photoId: 'ho',
    span: 2,
    caption: toText('Mặt hồ.'),
    credit: toText('Ảnh: Lê Vũ'),
    alt: 'Hồ nước',
  },
  {
    kind: 'gallery',
    id: 'b5',
    layout: 'pair',
    span: 3,
    caption: toText('Hai ảnh.'),
    credit: toText('Ảnh: Tư liệu'),
    pictures: [
      { photoId: 'ho', caption: toText('Một.'), credit: toText('Ảnh: A'), alt: 'Một' },
      { caption: toText('Hai.'), credit: toText('Ảnh: B'), alt: 'Hai' },
    ],
  },
  { kind: 'pullQuote', id: 'b6', quote: toText('Nước là của chung'), attribution: toText('Bà H’Nhung') },
  { kind: 'box', id: 'b7', heading: toText('Con số'), paragraphs: [toText('146 hộ'), toText('43 giếng')] },
  { kind: 'list', id: 'b8', ordered: true, items: [toText('Một'), toText('Hai')] },
  { kind: 'unknown', id: 'b9', raw: { kind: 'map', place: 'Ea Sương' } },
  { kind: 'closing', id: 'b10', text: toText('Xin cảm ơn bà!') },
];

/** Every field there is: one that is added to the model must be added here. */
const full: Required<Omit<Interview, 'threads' | 'suggestions'>> = {
  format: 'galley',
  version: 1,
  language: 'vi',
  kicker: toText('Chuyện làng'),
  headline: toText('Giữ giọt nước'),
  standfirst: toText('Ba mùa khô liền.'),
  slug: 'giu-giot-nuoc',
  published: '2026-11-20T07:30+07:00',
  paper: 'Báo Cao Nguyên',
  section: 'Nông nghiệp',
  issue: '3184',
  labels: 'names',
  assigned: { template: 'tabloid', length: { kind: 'lines', lines: 120 } },
  template: 'anniversary',
  variables: [{ id: 'ten', label: 'Tên', value: 'H’Nhung' }],
  people: [person, { ...person, id: 'mien', part: 'interviewer' }],
  byline: [signature],
  body,
  photos: [photo],
  teasers: [teaser],
  comments: true,
};

/** How a piece is made and what its picture files say of themselves; names inside the file are looked at on their own below. */
const PRIVATE = /^(template|variables\b.*|format|version|.*\.(id|prompt|timecode)|photos\.0\.(name|metadata\..*))$/;

/** The paths to all values of a piece of data: "body.3.text.0.text". */
function leaves(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** The same data with one value made another of its type. */
function changed<T>(value: T, path: string): T {
  const [key = '', ...rest] = path.split('.');
  const inner = (value as { readonly [key: string]: unknown })[key];
  const next = rest.length > 0 ? changed(inner, rest.join('.')) : another(inner);
  return (Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next }) as T;
}

function another(value: unknown): unknown {
  return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;
}

/** There is no block of another kind but those of the model. */
const isKind = (path: string) => /^body\.\d+\.kind$/.test(path);

describe('a seal', () => {
  const hash = contentHash(full, sha);
  const paths = leaves(full);

  it.each(paths.filter((path) => !PRIVATE.test(path) && !isKind(path)))('covers %s', (path) => {
    expect(contentHash(changed(full, path), sha)).not.toBe(hash);
  });

  it('covers nothing of how the piece was made', () => {
    const made = paths.filter((path) => /^(template|variables|photos\.0\.(name|metadata))/.test(path));
    expect(made.length).toBeGreaterThan(4);
    for (const path of [...made, 'body.0.prompt', 'body.2.timecode'])
      expect([path, contentHash(changed(full, path), sha)]).toEqual([path, hash]);
  });

  it('covers who a name inside the file stands for, not the name', () => {
    const renamed = JSON.parse(
      JSON.stringify(full).replaceAll('"nhung"', '"p9"').replaceAll('"mien"', '"p8"').replaceAll('"ho"', '"f1"'),
    ) as Interview;
    expect(contentHash(renamed, sha)).toBe(hash);
    const signed = { ...full, byline: [{ ...signature, person: 'nhung' }] };
    expect(contentHash(signed, sha)).not.toBe(hash);
    const spoken = { ...full, body: body.map((block) => (block.id === 'b2' ? { ...block, speaker: 'mien' } : block)) };
    expect(contentHash(spoken as Interview, sha)).not.toBe(hash);
  });

  it.each<keyof Seal>(['hash', 'by', 'role', 'at', 'version', 'entry'])('in an export is bound to its %s', (field) => {
    const seal: Seal = { hash: 'h', by: 'Hà', role: 'editor', at: '2026', version: 'v', entry: 'e' };
    expect(sealCheck({ ...seal, [field]: 'x' } as Seal, sha)).not.toBe(sealCheck(seal, sha));
  });
});

describe('an entry of the log', () => {
  const entry: Required<Omit<LogEntry, 'seq' | 'prev' | 'sum'>> = {
    at: '2026-11-20T08:00:00.000Z',
    by: 'Hà',
    role: 'editor',
    what: 'version',
    state: 'draft',
    reason: 'vì sao',
    about: 'Trước khi cắt',
    content: 'c'.repeat(64),
    version: 'v.json',
  };
  const log = appendEntry([], entry, sha);

  it.each(leaves(log[0]).filter((field) => field !== 'sum'))('shows an edited %s', (field) => {
    expect(checkLog(changed(log, `0.${field}`), sha)).toEqual({ entry: 1, why: 'edited' });
  });

  it('shows a field that was taken away', () => {
    for (const field of ['reason', 'about', 'content', 'version'] as const) {
      const { [field]: _gone, ...rest } = log[0] as LogEntry;
      expect([field, checkLog([rest as LogEntry], sha)]).toEqual([field, { entry: 1, why: 'edited' }]);
    }
  });
});
