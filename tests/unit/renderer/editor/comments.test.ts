import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import fc from 'fast-check';
import { $createRangeSelection, $getRoot, $isElementNode, $isTextNode, $setSelection, HISTORIC_TAG } from 'lexical';
import type { EditorState, ElementNode, LexicalEditor, TextNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { $interview } from '../../../../renderer/editor/bridge/from-editor';
import { $movePair } from '../../../../renderer/editor/commands/move-pair';
import { CommentsExtension } from '../../../../renderer/editor/comments/comments-extension';
import { grown } from '../../../../renderer/editor/comments/grown';
import { commentsOf } from '../../../../renderer/editor/comments/handle';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { $idOf } from '../../../../renderer/editor/nodes/state';
import type { QuestionNode } from '../../../../renderer/editor/nodes/text-blocks';
import { openInterview } from '../../../../renderer/editor/open-interview';
import { $insertPasted } from '../../../../renderer/editor/paste/insert';
import { $textNodesOf, stretches } from '../../../../renderer/editor/text-ranges';
import type { Thread } from '../../../../shared/interview/threads';
import type { Interview, Text } from '../../../../shared/interview/types';
import { standingsOf } from '../../../../shared/review/threads/standing';
import { a, fields, id, interview, p, q, title } from '../../../support/builders';

/** An editor without a window, its comments and a few hands. */
class Desk {
  readonly editor: LexicalEditor;
  private readonly comments;

  constructor(
    private readonly piece: Interview,
    readonly threads: readonly Thread[] = piece.threads ?? [],
    known = threads,
  ) {
    this.editor = buildEditorFromExtensions(InterviewExtension);
    openInterview(this.editor, piece);
    this.comments = getExtensionDependencyFromEditor(this.editor, CommentsExtension).output;
    this.comments.show(known, null);
  }

  get handle() {
    return commentsOf(this.editor);
  }

  change($change: () => void, tag: string | string[] = 'history-push'): void {
    this.editor.update($change, { discrete: true, tag });
  }

  /** What happens after a pause. */
  pause(): void {
    this.comments.keeper.settle();
  }

  read(): Interview {
    return { ...this.editor.read(() => $interview(this.piece)), threads: this.threads };
  }

  /** The words of a thread, null when it is detached. */
  words(thread: string): string | null {
    const standing = standingsOf(this.read()).get(thread);
    return standing?.kind === 'words' ? standing.words : null;
  }

  /** Puts an older state in, as undo does; history itself needs a window. */
  back(to: EditorState): void {
    this.editor.setEditorState(to, { tag: HISTORIC_TAG });
  }
}

function $block(block: string): ElementNode {
  const node = $getRoot()
    .getChildren()
    .find((child) => $idOf(child) === block);
  if (!$isElementNode(node)) throw new Error(`no block ${block}`);
  return node;
}

function $select(block: string, from: number, to: number): void {
  const nodes = $textNodesOf($block(block));
  const selection = $createRangeSelection();
  const put = (point: 'anchor' | 'focus', at: number) => {
    const [last] = stretches(nodes, Math.max(0, at - 1), Math.max(1, at)).toReversed();
    if (last) selection[point].set(last.key, at === 0 ? 0 : last.to, 'text');
  };
  put('anchor', from);
  put('focus', to);
  $setSelection(selection);
}

const words = (text: string, ...threads: string[]) => ({ text, ...(threads.length > 0 ? { threads } : {}) });
const about = (thread: string, block: string, quote: string): Thread => ({
  id: thread,
  anchor: { kind: 'words', place: { block, part: 'text' } },
  quote,
  comments: [{ id: `${thread}-1`, by: 'Hoa', at: 1, text: 'Xem lại' }],
});

const TEXT: Text = [words('Năm nay '), words('lúa được mùa', 't1'), words(', toàn xã mừng.')];
const PIECE = interview(
  title('Được mùa'),
  id('q1', q('Ra sao?')),
  a(TEXT).map((block) => ({ ...block, id: 'a1' })),
  id('q2', q('Giá cả?')),
  a('Giá thì thấp.').map((block) => ({ ...block, id: 'a2' })),
  fields({ threads: [about('t1', 'a1', 'lúa được mùa')] }),
);

function $insertAt(block: string, at: number, text: string): void {
  $select(block, at, at);
  const [where] = stretches($textNodesOf($block(block)), Math.max(0, at - 1), Math.max(1, at));
  const node = $textNodesOf($block(block)).find((one) => one.getKey() === where?.key) as TextNode;
  node.spliceText(at === 0 ? 0 : (where?.to ?? 0), 0, text, true);
}

describe('the words of a thread', () => {
  test('grow by what is written inside, not by what is written at their ends', () => {
    const desk = new Desk(PIECE);
    desk.change(() => $insertAt('a1', 11, ' nếp'));
    desk.pause();
    expect(desk.words('t1')).toBe('lúa nếp được mùa');
    desk.change(() => $insertAt('a1', 24, ' to'));
    desk.pause();
    expect(desk.words('t1')).toBe('lúa nếp được mùa');
    expect(desk.read().body[1]).toMatchObject({ text: [{}, {}, { text: ' to, toàn xã mừng.' }] });
  });

  test('keep a syllable whose tone is put on after its last letter', () => {
    expect(grown('cây tiên', 'cây tiến')).toEqual({ start: 0, end: 0 });
    expect(grown('tiên', 'tiếng')).toEqual({ start: 0, end: 1 });
    expect(grown('lúa', 'cây lúa')).toEqual({ start: 4, end: 0 });
    expect(grown('lúa', 'ngô')).toEqual({ start: 0, end: 0 });
    expect(grown('', 'x')).toEqual({ start: 0, end: 0 });
  });

  test('come along with bold letters, a move of the pair, a division of the paragraph', () => {
    const desk = new Desk(PIECE);
    desk.change(() => {
      $select('a1', 8, 11);
      const [node] = $textNodesOf($block('a1')).slice(1);
      node?.splitText(3)[0]?.toggleFormat('bold');
    });
    desk.change(() => void $movePair($block('q1') as QuestionNode, 1));
    desk.pause();
    expect(desk.words('t1')).toBe('lúa được mùa');
    expect(standingsOf(desk.read()).get('t1')).toMatchObject({ spots: [{ place: { block: 'a1' } }] });
    desk.change(() => {
      $select('a1', 15, 15);
      $createSplit();
    });
    desk.pause();
    expect(desk.words('t1')?.replace('\n', '')).toBe('lúa được mùa');
  });

  test('that were cut and pasted take the thread along; pasted once more they do not', () => {
    const desk = new Desk(PIECE);
    const clip: Text = [words('lúa được mùa', 't1')];
    desk.change(() => {
      for (const node of $textNodesOf($block('a1'))) if (node.getTextContent() === 'lúa được mùa') node.remove();
    });
    desk.pause();
    expect(desk.words('t1')).toBeNull();
    for (let time = 0; time < 2; time += 1) {
      desk.change(() => {
        $select('a2', 13, 13);
        $insertPasted([{ kind: 'paragraph', text: clip }]);
      });
      desk.pause();
      expect(desk.words('t1')).toBe('lúa được mùa');
    }
    expect(desk.read().body[3]).toMatchObject({ text: [{ text: 'Giá thì thấp.lúa được mùa' }, { threads: ['t1'] }] });
  });

  test('are copied without the thread, and threads of another piece stay there', () => {
    const desk = new Desk(PIECE);
    desk.change(() => {
      $select('a2', 13, 13);
      $insertPasted([{ kind: 'paragraph', text: [words('lúa', 't1'), words(' lạ', 'elsewhere')] }]);
    });
    expect(desk.words('t1')).toBe('lúa được mùa');
    expect(JSON.stringify(desk.read().body)).not.toContain('elsewhere');
  });

  test('are found again when undo goes back behind the thread', () => {
    const piece = interview(title('T'), id('b', p('Năm nay lúa được mùa to.')));
    const thread = about('new', 'b', 'lúa được mùa');
    const desk = new Desk(piece, [thread], []);
    const bare = desk.editor.getEditorState();
    desk.change(() => $insertAt('b', 24, ' Thật.'));
    desk.change(() => $select('b', 8, 20));
    desk.handle.show([thread], 'new');
    expect(desk.handle.hang('new')).toEqual({ anchor: thread.anchor, quote: 'lúa được mùa' });
    desk.pause();
    expect(desk.words('new')).toBe('lúa được mùa');
    desk.back(bare);
    expect(desk.words('new')).toBeNull();
    desk.pause();
    expect(desk.words('new')).toBe('lúa được mùa');
    expect(JSON.stringify(desk.read().body)).not.toContain('Thật');
  });

  test('come back by undo after they were deleted', () => {
    const desk = new Desk(PIECE);
    const full = desk.editor.getEditorState();
    desk.change(() => $block('a1').clear());
    desk.pause();
    expect(desk.words('t1')).toBeNull();
    desk.back(full);
    desk.pause();
    expect(desk.words('t1')).toBe('lúa được mùa');
  });

  test('lost by a file are found in the text where they stood, and only there', () => {
    const lost = interview(title('T'), id('a1', p('Năm nay lúa được mùa.')), id('a2', p('Giá cao.')));
    const desk = new Desk(lost, [about('t1', 'a1', 'lúa được mùa'), about('t2', 'a1', 'Giá cao')]);
    expect(desk.words('t1')).toBe('lúa được mùa');
    expect(desk.words('t2')).toBeNull();
    expect(desk.handle.findAgain('t2')).toEqual({
      anchor: { kind: 'words', place: { block: 'a2', part: 'text' } },
      quote: 'Giá cao',
    });
    expect(desk.words('t2')).toBe('Giá cao');
  });

  test('without a thread of the piece lose the name when they are touched', () => {
    const piece = interview(id('b', p([words('Chữ ', 'nobody'), words('khác')])));
    const desk = new Desk(piece, []);
    desk.change(() => $insertAt('b', 8, '.'));
    desk.pause();
    expect(desk.read().body[0]).toMatchObject({ text: [{ text: 'Chữ khác.' }] });
  });
});

function $createSplit(): void {
  const node = $textNodesOf($block('a1')).find((one) => one.getTextContent().includes('được'));
  const [, after] = node?.splitText(4) ?? [];
  const rest = after ? [after, ...after.getNextSiblings()] : [];
  const made = $block('a1').insertNewAfter(undefined as never, false);
  if ($isElementNode(made)) made.append(...rest);
}

/** One change of a text: some characters out, some in. */
const edit = fc.record({
  at: fc.nat(60),
  out: fc.nat(6),
  into: fc.constantFrom('', ' ', 'x', 'đồng chí ', 'ế', '…'),
});

test('through any edits a thread stands on what is left of its words, and elsewhere never', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const desk = new Desk(PIECE);
      // The letters that were commented, one by one, as somebody would follow them with a pencil.
      let marked = [...'Năm nay lúa được mùa, toàn xã mừng.'].map((letter, at) => ({
        letter,
        inside: at >= 8 && at < 20,
      }));
      for (const { at, out, into } of edits) {
        const from = Math.min(at, marked.length);
        const to = Math.min(from + out, marked.length);
        if (marked.length === 0 || (from === to && into === '')) continue;
        const before = marked.slice(0, from).findLast(({ inside }) => inside);
        const after = marked.slice(to).find(({ inside }) => inside);
        const gone = marked.slice(from, to);
        const inside = before !== undefined && after !== undefined;
        marked = [...marked.slice(0, from), ...[...into].map((letter) => ({ letter, inside })), ...marked.slice(to)];
        desk.change(() => {
          const where = stretches($textNodesOf($block('a1')), from, to);
          for (const { key, from: start, to: end } of where.toReversed()) {
            const node = $textNodesOf($block('a1')).find((one) => one.getKey() === key);
            if ($isTextNode(node)) node.spliceText(start, end - start, '');
          }
        });
        if (into !== '' && marked.length > [...into].length) desk.change(() => $insertAt('a1', from, into));
        else if (into !== '') return;
        desk.pause();
        if (gone.some((one) => one.inside) && into !== '' && !inside) return;
      }
      const text = marked.map(({ letter }) => letter).join('');
      expect(desk.read().body[1]).toMatchObject(text === '' ? {} : { id: 'a1' });
      const left = marked
        .filter(({ inside }) => inside)
        .map(({ letter }) => letter)
        .join('');
      expect(desk.words('t1')).toBe(left === '' ? null : left);
    }),
    { numRuns: 300 },
  );
});
