import { buildEditorFromExtensions } from '@lexical/extension';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { handleFor } from '../../../../renderer/editor/handle';
import { setHost, hostOf } from '../../../../renderer/editor/host';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { openInterview } from '../../../../renderer/editor/open-interview';
import type { CommandId } from '../../../../shared/commands/table';
import type { Remark } from '../../../../shared/checks/remark';
import { mapBlockTexts } from '../../../../shared/interview/visit';
import { proposeChange } from '../../../../shared/review/propose';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { shownPictures } from '../../../../shared/interview/shown-pictures';
import { gallery, id, interview, p, photo } from '../../../support/builders';

const three = () =>
  interview(
    id('a', p('Đầu')),
    id(
      'g',
      gallery([
        { photoId: 'x', caption: 'Một', alt: 'một' },
        { photoId: 'y', caption: 'Hai', credit: 'B' },
        { caption: 'Ba' },
      ]),
    ),
    id('f', photo({ photoId: 'z', caption: 'Rời' })),
    id('b', p('Cuối')),
  );

const open: { dispose: () => void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.dispose();
});

/** The piece in an editor without a window. */
function editorOf(given: Interview) {
  const editor = buildEditorFromExtensions(InterviewExtension);
  open.push(editor);
  setHost(editor, { ...hostOf(editor), interview: given });
  openInterview(editor, given);
  return handleFor(editor);
}

/** Every text under a picture with an exclamation mark more. */
const mapPiece = (piece: Interview): Interview => ({
  ...piece,
  body: piece.body.map((block) =>
    block.kind === 'photo' || block.kind === 'gallery'
      ? mapBlockTexts(block, (words) => (words.length > 0 ? [{ text: `${plainText(words)}!` }] : words))
      : block,
  ),
});

const captions = (piece: Interview) => shownPictures(piece).map(({ caption }) => plainText(caption));

describe('commands for galleries', () => {
  test('pictures with undecided words are neither joined nor parted, and it is told', () => {
    const editor = buildEditorFromExtensions(InterviewExtension);
    open.push(editor);
    const told: string[] = [];
    const onRemarks = (remarks: readonly Remark[]) => told.push(...remarks.map(({ rule }) => rule));
    const mark = { id: 'm', by: 'Hà', at: 1 };
    const given = proposeChange(three(), mapPiece(three()), mark);
    setHost(editor, { ...hostOf(editor), interview: given, onRemarks });
    openInterview(editor, given);
    const handle = handleFor(editor);
    handle.focus({ block: 'g', part: 'captions', index: 0 });
    for (const command of ['join-photos', 'part-gallery'] as const) expect(handle.run(command)).toBe(true);
    expect(told).toEqual(['gallery-undecided', 'gallery-undecided']);
    expect(handle.read().body.map(({ kind }) => kind)).toEqual(['paragraph', 'gallery', 'photo', 'paragraph']);
    handle.decide('accept', { kind: 'all' });
    expect(handle.run('part-gallery')).toBe(true);
    expect(captions(handle.read())).toEqual(['Một!', 'Hai!', 'Ba!', 'Rời!']);
  });

  test('a picture moves, and stays within its gallery', () => {
    const handle = editorOf(three());
    handle.focus({ block: 'g', part: 'captions', index: 0 });
    expect(handle.run('picture-earlier')).toBe(false);
    handle.run('picture-later');
    handle.run('picture-later');
    expect(captions(handle.read())).toEqual(['Hai', 'Ba', 'Một', 'Rời']);
    expect(handle.run('picture-later')).toBe(false);
  });

  test('a gallery and the photo beside it are joined; parted, each picture stands alone', () => {
    const handle = editorOf(three());
    handle.focus({ block: 'f', part: 'caption' });
    expect(handle.run('join-photos')).toBe(true);
    expect(handle.read().body.map(({ kind }) => kind)).toEqual(['paragraph', 'gallery', 'paragraph']);
    expect(handle.run('part-gallery')).toBe(true);
    expect(handle.read().body.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'photo',
      'photo',
      'photo',
      'photo',
      'paragraph',
    ]);
    expect(captions(handle.read())).toEqual(['Một', 'Hai', 'Ba', 'Rời']);
  });

  test('more neighbouring photos than a gallery holds are not joined, and the reason is told', () => {
    const photos = Array.from({ length: 10 }, (_, at) => id(`n${at}`, photo({ photoId: 'z', caption: `Số ${at}` })));
    const given = interview(...three().body.slice(0, 3), ...photos);
    const editor = buildEditorFromExtensions(InterviewExtension);
    open.push(editor);
    const told: Remark[] = [];
    setHost(editor, { ...hostOf(editor), interview: given, onRemarks: (remarks) => told.push(...remarks) });
    openInterview(editor, given);
    const handle = handleFor(editor);
    handle.focus({ block: 'n0', part: 'caption' });
    expect(handle.run('join-photos')).toBe(true);
    expect(told).toMatchObject([{ rule: 'join-too-many', values: { count: 14, most: 12 } }]);
    expect(handle.read().body.map(({ id: block }) => block)).toEqual(given.body.map(({ id: block }) => block));
  });

  test('whatever is done to its pictures, no other block changes and every id is its own', () => {
    const ids = [
      'picture-earlier',
      'picture-later',
      'remove-picture',
      'join-photos',
      'part-gallery',
      'gallery-strip',
      'undo',
      'redo',
    ] as const satisfies readonly CommandId[];
    const step = fc.tuple(
      fc.constantFrom(...ids),
      fc.constantFrom('captions', 'credits', 'alts', 'caption'),
      fc.nat(3),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const handle = editorOf(three());
        for (const [command, part, index] of steps) {
          handle.focus({ block: 'g', part, index });
          handle.run(command);
          const { body } = handle.read();
          expect(new Set(body.map((block) => block.id)).size).toBe(body.length);
          expect(body.find((block) => block.id === 'a')).toEqual(three().body[0]);
          expect(body.find((block) => block.id === 'b')).toEqual(three().body[3]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
