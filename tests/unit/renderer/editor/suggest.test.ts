import { buildEditorFromExtensions } from '@lexical/extension';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  INSERT_PARAGRAPH_COMMAND,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { handleFor } from '../../../../renderer/editor/handle';
import { hostOf, setHost } from '../../../../renderer/editor/host';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { $idOf } from '../../../../renderer/editor/nodes/state';
import { openInterview } from '../../../../renderer/editor/open-interview';
import { $enterPlace } from '../../../../renderer/editor/place';
import { countingMint } from '../../../../shared/interview/build';
import { shownPictures } from '../../../../shared/interview/shown-pictures';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import type { Place } from '../../../../shared/interview/visit';
import { changesOf } from '../../../../shared/review/suggest/changes';
import { repairSuggestions } from '../../../../shared/review/suggest/repair-suggestions';
import { decideSuggestions } from '../../../../shared/review/suggest/decide';
import {
  a,
  box,
  byline,
  closing,
  gallery,
  id,
  interview,
  kicker,
  list,
  p,
  photo,
  pullQuote,
  q,
  standfirst,
  title,
} from '../../../support/builders';

const START = interview(
  kicker('Phỏng vấn'),
  title('Nước ngầm ở lại'),
  standfirst('Thời gian qua'),
  id('occasion', p('Nhân vụ tưới')),
  id('photo', photo({ photoId: 'x', caption: 'Ông Ama Hlan', credit: 'Ảnh: NX', alt: 'Một người' })),
  id(
    'pair',
    gallery(
      [
        { photoId: 'y', caption: 'Mùa khô', alt: 'Đất nứt' },
        { photoId: 'z', caption: 'Mùa mưa' },
      ],
      {
        caption: 'Hai mùa',
        credit: 'Ảnh: NX',
      },
    ),
  ),
  id('q1', q('Kết quả ra sao?')),
  a('Năm nay khá.', 'Về cán bộ.').map((block, index) => ({ ...block, id: `a1${index}`, speaker: 'p1' })),
  id('q2', q('Khó khăn gì?')),
  a('Một số hạn chế.').map((block) => ({ ...block, id: 'a2' })),
  id('quote', pullQuote('Nước là của chung', 'Ama Hlan')),
  id('box', box('Con số', 'Bốn giếng', 'Hai đập')),
  id('list', list('Một', 'Hai')),
  id('closing', closing('Xin cảm ơn ông!')),
  byline('Nguyễn Xuân', 'thực hiện'),
);

function opened(piece: Interview = START) {
  const editor = buildEditorFromExtensions(InterviewExtension);
  const as = (suggestAs: string | null) => setHost(editor, { ...hostOf(editor), interview: piece, suggestAs });
  openInterview(editor, piece);
  as('Hà');
  const handle = handleFor(editor);
  return { editor, handle, as };
}

function at(editor: LexicalEditor, place: Place, offset: number | undefined, $act: () => void): void {
  editor.update(
    () => {
      $enterPlace(place, offset);
      $act();
    },
    { discrete: true },
  );
}

const type = (editor: LexicalEditor, place: Place, offset: number | undefined, words: string) =>
  at(editor, place, offset, () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(words);
  });

const mint = countingMint('made');
const refuse = (piece: Interview) => decideSuggestions(piece, 'refuse', () => true, mint);
const text = (block: string): Place => ({ block, part: 'text' });
/** Without the words of the new editor's own: absent and empty fields are one. */
const said = (piece: Interview) => JSON.parse(JSON.stringify({ ...piece, suggestions: undefined })) as unknown;

function expectProposed({ handle }: ReturnType<typeof opened>, count?: number): Interview {
  const piece = handle.read();
  expect(said(refuse(piece))).toEqual(said(START));
  if (count !== undefined) expect(changesOf(piece)).toHaveLength(count);
  return piece;
}

describe('suggest mode in the editor', () => {
  test('proposes in every kind of text', () => {
    const desk = opened();
    const places: Place[] = [
      { part: 'kicker' },
      { part: 'headline' },
      { part: 'standfirst' },
      { part: 'byline' },
      { block: 'photo', part: 'caption' },
      { block: 'photo', part: 'credit' },
      { block: 'photo', part: 'alt' },
      { block: 'pair', part: 'captions', index: 0 },
      { block: 'pair', part: 'captions', index: 1 },
      { block: 'pair', part: 'credits', index: 1 },
      { block: 'pair', part: 'alts', index: 0 },
      { block: 'pair', part: 'caption' },
      { block: 'pair', part: 'credit' },
      { block: 'quote', part: 'quote' },
      { block: 'box', part: 'heading' },
      { block: 'box', part: 'paragraphs', index: 1 },
      { block: 'list', part: 'items', index: 0 },
      text('a2'),
      text('closing'),
    ];
    for (const place of places) type(desk.editor, place, undefined, ' mai');
    const piece = expectProposed(desk, places.length);
    expect(new Set(changesOf(piece).map(({ inserted }) => inserted))).toEqual(new Set([' mai']));
  });

  test('each picture of a gallery is decided by itself, also after the piece was closed', () => {
    const desk = opened();
    type(desk.editor, { block: 'pair', part: 'captions', index: 0 }, undefined, ' này');
    type(desk.editor, { block: 'pair', part: 'captions', index: 1 }, undefined, ' kia');
    const again = opened(expectProposed(desk, 2));
    expect(again.handle.read()).toEqual(desk.handle.read());
    expect(repairSuggestions(again.handle.read(), { id: 'r', at: 1 }).repaired).toBe(0);
    const [first, second] = changesOf(again.handle.read());
    expect([first?.place, second?.place]).toEqual([
      { block: 'pair', part: 'captions', index: 0 },
      { block: 'pair', part: 'captions', index: 1 },
    ]);
    again.handle.decide('refuse', { kind: 'change', id: second?.id ?? '' });
    expect(changesOf(again.handle.read())).toHaveLength(1);
    again.handle.decide('accept', { kind: 'all' });
    const [, left, right] = shownPictures(again.handle.read());
    expect([plainText(left?.caption), plainText(right?.caption)]).toEqual(['Mùa khô này', 'Mùa mưa']);
    expect(again.handle.read().body.find(({ id: of }) => of === 'pair')).not.toHaveProperty('text');
  });

  test('proposes a split, and takes it back when it is joined again', () => {
    const desk = opened();
    at(desk.editor, text('a11'), 3, () => undefined);
    desk.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    desk.editor.read(() => undefined);
    const piece = expectProposed(desk, 1);
    expect(piece.body).toHaveLength(START.body.length + 1);
  });

  test('a whole body deleted waits in the piece and comes back, photo and all', () => {
    const desk = opened();
    at(desk.editor, text('a2'), 0, () => $getRoot().select(0, $getRoot().getChildrenSize()));
    desk.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
    desk.editor.read(() => undefined);
    expectProposed(desk);
    desk.editor.update(
      () => {
        const first = $getRoot().getFirstChild();
        if ($isElementNode(first)) first.selectEnd().insertText('mới');
      },
      { discrete: true },
    );
    const piece = expectProposed(desk);
    expect(piece.body.some((block) => block.kind === 'paragraph')).toBe(true);
  });

  test('a deleted photo is kept with its texts', () => {
    const desk = opened();
    desk.editor.update(
      () =>
        $getRoot()
          .getChildren()
          .find((node) => $idOf(node) === 'photo')
          ?.remove(),
      { discrete: true },
    );
    const piece = expectProposed(desk, 1);
    expect(changesOf(piece)[0]?.deleted).toBe('▦ Ông Ama Hlan');
  });

  test('a moved pair is one change, whichever way it is taken back', () => {
    const desk = opened();
    desk.handle.movePair('q2', 0);
    const moved = expectProposed(desk, 1);
    expect(changesOf(moved)[0]?.moved).toBe(true);
    expect(desk.handle.decide('refuse', { kind: 'all' })).toBe(1);
    expect(said(desk.handle.read())).toEqual(said(START));
    desk.handle.movePair('q2', 0);
    desk.handle.movePair('q2', 1);
    expect(changesOf(desk.handle.read())).toEqual([]);
  });

  test('is decided for one author, then for all', () => {
    const desk = opened();
    type(desk.editor, text('a2'), 0, 'Xin ');
    desk.as('Mai');
    type(desk.editor, { part: 'headline' }, undefined, ' mai');
    expectProposed(desk, 2);
    expect(desk.handle.decide('accept', { kind: 'author', author: 'Mai' })).toBe(1);
    expect(changesOf(desk.handle.read()).map(({ authors }) => authors)).toEqual([['Hà']]);
    expect(desk.handle.decide('refuse', { kind: 'all' })).toBe(1);
    expect(changesOf(desk.handle.read())).toEqual([]);
  });

  test('turned off, what is pending stays pending and what is typed is none', () => {
    const desk = opened();
    type(desk.editor, text('a2'), undefined, ' mai');
    desk.as(null);
    type(desk.editor, text('a2'), 3, 'x');
    type(desk.editor, text('a10'), 0, 'y');
    desk.handle.movePair('q2', 0);
    const changes = changesOf(desk.handle.read());
    expect(changes.map(({ inserted }) => inserted)).toEqual([' mai']);
  });
});
