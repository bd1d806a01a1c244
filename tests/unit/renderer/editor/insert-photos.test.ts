import { buildEditorFromExtensions } from '@lexical/extension';
import { expect, test } from 'vitest';
import { handleFor } from '../../../../renderer/editor/handle';
import { hostOf, setHost } from '../../../../renderer/editor/host';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { openInterview } from '../../../../renderer/editor/open-interview';
import { shownPictures } from '../../../../shared/interview/shown-pictures';
import { closing, id, interview, p, picture } from '../../../support/builders';

const taken = Array.from({ length: 20 }, (_, at) => ({
  photo: picture(`p${at}`),
  texts: { caption: [], credit: [], alt: `ảnh ${at}` },
}));

test('many photos come in over some frames, in their order', async () => {
  const given = interview(id('a', p('Đầu')), id('b', p('Cuối')), id('c', closing('Xin cảm ơn!')));
  const editor = buildEditorFromExtensions(InterviewExtension);
  setHost(editor, { ...hostOf(editor), interview: given });
  openInterview(editor, given);
  const handle = handleFor(editor);
  handle.focus({ block: 'a', part: 'text' });
  await handle.insertPhotos(taken);
  const piece = handle.read();
  expect(shownPictures(piece).map(({ photoId }) => photoId)).toEqual(taken.map(({ photo }) => photo.id));
  expect(piece.body.map(({ kind }) => kind).slice(0, 2)).toEqual(['paragraph', 'photo']);
  expect(new Set(piece.body.map(({ id: of }) => of)).size).toBe(23);
  expect(handle.caret()?.place.block).toBe(piece.body[1]?.id);
  editor.dispose();
});
