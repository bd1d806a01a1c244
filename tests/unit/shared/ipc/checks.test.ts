import { describe, expect, test } from 'vitest';
import { emptyInterview } from '../../../../shared/interview/build';
import { CALL_CHANNELS } from '../../../../shared/ipc/channels';
import { checkArguments, checks, LOG_LIMIT } from '../../../../shared/ipc/checks';
import type { Calls } from '../../../../shared/ipc/contract';

const PIECE = '2026-11-23 Mỗi tờ báo';
const VERSION = '20261123-201530-042-0123456789abcdef.json';

/** One call of each channel as the window makes it. */
const RIGHT: { readonly [Channel in keyof Calls]: Parameters<Calls[Channel]> } = {
  'desk:list': [],
  'desk:create': [{ template: 'anniversary', variables: { paper: 'Báo Mẫu' } }],
  'desk:import': [],
  'desk:remove': [PIECE],
  'desk:reveal': [PIECE],
  'desk:save-text': [PIECE],
  'piece:open': [PIECE],
  'piece:append': [
    PIECE,
    1,
    { order: ['a'], blocks: { a: { kind: 'question', id: 'a', text: [{ text: 'Vì sao?' }] } } },
  ],
  'piece:save-copy': [PIECE, emptyInterview()],
  'piece:unwritten': [PIECE, emptyInterview(), { kind: 'disk-full' }],
  'piece:take-in': [PIECE],
  'piece:take-over': [PIECE],
  'piece:conflicts': [PIECE, [{ kind: 'deleted', place: { block: 'a', part: 'block' }, by: 'a' }]],
  'piece:close': [PIECE],
  'photo:choose': [PIECE],
  'photo:take': [PIECE, 'chân dung.jpg', new Uint8Array([1, 2, 3])],
  'photo:suggest-crops': [PIECE, [{ file: `${'a'.repeat(64)}.jpg`, straighten: -2.5 }]],
  'export:start': [PIECE, ['web', 'pdf'], 'now'],
  'photos:take-in': [PIECE],
  'photos:deliver': [PIECE, 'copies', ['p1']],
  'photos:stop': [],
  'photos:reveal': [],
  'codes:choose': [],
  'codes:read': [],
  'export:cancel': [],
  'export:reveal': [],
  'docx:take-back': [PIECE],
  'round:read': [PIECE],
  'round:send': [PIECE, { due: '2026-11-30', purpose: 'Số kỷ niệm' }, 'vi'],
  'round:take': [PIECE],
  'round:decide': [PIECE, 'q1', 'refuse', 'Không đúng băng ghi âm'],
  'round:receipt': [PIECE, 'en'],
  'review:read': [PIECE],
  'review:step': [PIECE, 'send-back', 'Thiếu nguồn ảnh'],
  'review:versions': [PIECE],
  'review:keep': [PIECE, 'Trước khi cắt'],
  'review:version': [PIECE, VERSION],
  'review:before-restore': [PIECE, VERSION],
  'review:mark-read': [PIECE],
  'review:save-log': [PIECE],
  'review:save-comparison': [PIECE, VERSION, 'now', 'pdf'],
  'proof:make': [PIECE, { interview: emptyInterview(), template: 'berliner-5', pages: [0, 1] }],
  'proof:tear-off': [],
  'proof:shown': [],
  'proof:turn': [[0]],
  'proof:go': [{ place: { block: 'a', part: 'text' }, offset: 3 }],
  'proof:caret': [{ place: { part: 'headline' }, offset: 0 }],
  'settings:read': [],
  'settings:write': [{ theme: 'dark', profiles: [{ id: 'a', name: 'Mai An', role: 'editor' }], profile: 'a' }],
  'settings:choose-desk': [],
  'settings:choose-condition': [],
  'app:start': [],
  'app:open-link': ['https://example.com/a'],
  'app:alive': [],
  'app:log': ['TypeError: x'],
  'app:clipboard-text': [],
  'app:edit': ['paste'],
};

/** What a broken or taken-over window may send in the place of any argument. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  NaN,
  -1,
  0,
  1.5,
  Infinity,
  true,
  '',
  '.',
  '..',
  '../secret',
  'a/b',
  'a\\b',
  'C:',
  'a\0b',
  '.hidden',
  'x'.repeat(5000),
  [],
  ['web', 'exe'],
  [null],
  {},
  { template: '' },
  { template: 1, variables: {} },
  { template: 'a', variables: { b: 1 } },
  { template: 'a', variables: {}, path: '/etc/passwd' },
  { desk: '/etc' },
  { theme: 'pink' },
  { order: [1] },
  { fields: { headline: '<b>' } },
  { blocks: { a: { kind: 'paragraph' } } },
  { blocks: { a: { kind: 'paragraph', id: 'a', text: [{ text: 'x', link: 'javascript:alert(1)' }] } } },
  JSON.parse('{"__proto__": {"theme": "dark"}, "polluted": 1}'),
  'javascript:alert(1)',
  'file:///etc/passwd',
  new Date(0),
  new Uint8Array(2),
  new Map(),
];

describe('every channel', () => {
  test.each(CALL_CHANNELS)('%s takes a right call', (channel) => {
    expect(checkArguments(channel, RIGHT[channel])).toEqual(RIGHT[channel]);
  });

  test.each(CALL_CHANNELS)('%s refuses an argument too many', (channel) => {
    expect(checkArguments(channel, [...RIGHT[channel], 'more'])).toBeNull();
  });

  test.each(CALL_CHANNELS.filter((channel) => RIGHT[channel].length > 0))('%s refuses missing arguments', (channel) => {
    expect(checkArguments(channel, [])).toBeNull();
    expect(checkArguments(channel, RIGHT[channel].slice(1))).toBeNull();
  });

  test.each(CALL_CHANNELS.flatMap((channel) => RIGHT[channel].map((_right, index) => [channel, index] as const)))(
    '%s refuses hostile values as argument %i',
    (channel, index) => {
      const taken = HOSTILE.filter((value) => checkArguments(channel, RIGHT[channel].with(index, value as never)));
      expect(taken).toEqual(harmless(channel, index));
    },
  );
});

/** What of the hostile list is a right value in that place. */
function harmless(channel: keyof Calls, index: number): readonly unknown[] {
  const text = (limit: number, minimum: number) =>
    HOSTILE.filter((value) => typeof value === 'string' && value.length >= minimum && value.length <= limit);
  switch (`${channel} ${String(index)}`) {
    case 'piece:append 2':
    case 'settings:write 0':
    case 'round:send 1':
      // A change that changes nothing; a date and a map have no keys of their own and come out as {}.
      return [{}, new Date(0), new Map()];
    case 'piece:conflicts 1':
      return [[]];
    case 'photo:take 1':
      return text(500, 1);
    case 'photo:take 2':
      return [new Uint8Array(2)];
    case 'review:step 2':
    case 'round:decide 3':
      return text(20_000, 0);
    // The id of a block is any short text: it is looked for among the blocks, nothing else.
    case 'round:decide 1':
      return text(200, 1);
    case 'review:keep 1':
      return text(2000, 0);
    case 'photos:deliver 2':
      // Null means all of them.
      return [null, [], ['web', 'exe']];
    case 'app:log 0':
      return text(Infinity, 0);
    default:
      // javascript:… has a colon and no folder may be called that; nothing else of the list is a bare name.
      return [];
  }
}

test('there is a check for every channel and no other', () => {
  expect(Object.keys(checks).sort()).toEqual([...CALL_CHANNELS].sort());
});

test('texts of a change come in as NFC', () => {
  const change = { fields: { headline: [{ text: 'Đắk Lắk'.normalize('NFD') }] } };
  expect(checkArguments('piece:append', [PIECE, 1, change])?.[2]).toEqual({
    fields: { headline: [{ text: 'Đắk Lắk' }] },
  });
});

test('a block of an unknown kind passes as it is, wrapped once', () => {
  const block = { kind: 'unknown', id: 'z', raw: { kind: 'timeline', id: 'z', events: [{ year: 1975 }] } } as const;
  expect(checkArguments('piece:append', [PIECE, 2, { blocks: { z: block } }])?.[2]).toEqual({ blocks: { z: block } });
});

test('a known kind inside the unknown wrapper stays opaque: nothing reads it as text', () => {
  const raw = { kind: 'paragraph', id: 'z', text: [{ text: 'x', link: 'javascript:1' }] };
  const args = checkArguments('piece:append', [PIECE, 2, { blocks: { z: { kind: 'unknown', id: 'z', raw } } }]);
  expect(args?.[2].blocks?.['z']).toMatchObject({ kind: 'unknown', raw: { kind: 'unknown' } });
});

test('a long message to the log is cut, not refused', () => {
  expect(checkArguments('app:log', ['x'.repeat(LOG_LIMIT * 2)])?.[0]).toHaveLength(LOG_LIMIT);
});
