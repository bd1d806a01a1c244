import { buildEditorFromExtensions } from '@lexical/extension';
import { $createParagraphNode, $getRoot, RootNode } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import { $nodeOf } from '../../../../renderer/editor/bridge/to-editor';
import { CheckedRoots } from '../../../../renderer/editor/checked-roots';
import { handleFor } from '../../../../renderer/editor/handle';
import { hostOf, setHost } from '../../../../renderer/editor/host';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { BoxNode } from '../../../../renderer/editor/nodes/box';
import { openInterview } from '../../../../renderer/editor/open-interview';
import type { Interview } from '../../../../shared/interview/types';
import { box, gallery, id, interview, p, pullQuote } from '../../../support/builders';

const PIECE = interview(
  id('a', p('Đầu')),
  id('box', box('Hộp', 'Trong hộp')),
  id('g', gallery([{ photoId: 'x', caption: 'Một' }])),
);

const open: { dispose: () => void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.dispose();
});

function editorOf(given: Interview): LexicalEditor {
  const editor = buildEditorFromExtensions(InterviewExtension);
  open.push(editor);
  setHost(editor, { ...hostOf(editor), interview: given });
  openInterview(editor, given);
  return editor;
}

const change = (editor: LexicalEditor, $change: () => void) => editor.update($change, { discrete: true });

describe('a list of blocks that was looked through', () => {
  test('is known while only words change, and no longer once a block came', () => {
    const editor = editorOf(PIECE);
    const checked = new CheckedRoots(editor);
    const known: boolean[] = [];
    editor.registerNodeTransform(RootNode, (root) => {
      known.push(checked.isKnown(root));
      checked.note(root);
    });
    // A new transform looks at every node once.
    change(editor, () => undefined);
    known.length = 0;
    const type = () => change(editor, () => $getRoot().getFirstDescendant()?.selectEnd().insertText('a'));
    type();
    type();
    change(editor, () => void $getRoot().getFirstChild()?.insertAfter($createParagraphNode()));
    expect(known[0]).toBe(true);
    expect(known[1]).toBe(true);
    expect(known.slice(2)).not.toContain(true);
  });

  test('a quote that came into a box still goes out of it', () => {
    const editor = editorOf(PIECE);
    change(editor, () => {
      const holder = $getRoot()
        .getChildren()
        .find((node) => node instanceof BoxNode);
      holder?.append($nodeOf(pullQuote('Nước ở lại')));
    });
    const kinds = handleFor(editor)
      .read()
      .body.map(({ kind }) => kind);
    expect(kinds).toEqual(['paragraph', 'box', 'pullQuote', 'gallery']);
  });
});
