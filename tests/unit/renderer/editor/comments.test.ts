import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import fc from 'fast-check';
import { $createRangeSelection, $getRoot, $isElementNode, $setSelection, HISTORIC_TAG } from 'lexical';
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
import { plainText } from '../../../../shared/interview/text';
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

/** One thing an editor does: writes somewhere, takes something out, moves a pair. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ at: fc.nat(60), text: fc.constantFrom(' ', 'x', 'đồng chí ', 'ế', '…') }) },
  { weight: 3, arbitrary: fc.record({ at: fc.nat(60), out: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ to: fc.nat(1) }) },
);

test('through any edits and moves a thread stands on what is left of its words, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const desk = new Desk(PIECE);
      // The letters that were commented, as somebody would follow them with a pencil.
      let pencil = [...plainText(TEXT)].map((letter, at) => ({ letter, inside: at >= 8 && at < 20 }));
      for (const taken of steps) {
        if ('to' in taken) desk.change(() => void $movePair($block('q1') as QuestionNode, taken.to));
        else if ('out' in taken) {
          const from = Math.min(taken.at, pencil.length - 1);
          const to = Math.min(from + taken.out, pencil.length);
          if (to - from >= pencil.length || alike(pencil, from, to)) continue;
          pencil = pencil.toSpliced(from, to - from);
          desk.change(() => $takeOut('a1', from, to));
        } else {
          const at = Math.min(taken.at, pencil.length);
          const inside = pencil[at - 1]?.inside === true && pencil[at]?.inside === true;
          const written = [...taken.text].map((letter) => ({ letter, inside }));
          const then = pencil.toSpliced(at, 0, ...written);
          if (alike(then, at, at + written.length)) continue;
          pencil = then;
          desk.change(() => $insertAt('a1', at, taken.text));
        }
        desk.pause();
      }
      const left = pencil.filter(({ inside }) => inside).map(({ letter }) => letter);
      expect(desk.words('t1')).toBe(left.length === 0 ? null : left.join(''));
      const block = desk.read().body.find((one) => one.id === 'a1');
      expect(block?.kind === 'answer' && plainText(block.text)).toBe(pencil.map(({ letter }) => letter).join(''));
    }),
    { numRuns: 400 },
  );
});

/** Whether a stretch begins with the letter behind it, or ends with the one before it: which of the two went or came, no text tells. */
function alike(letters: readonly { readonly letter: string }[], from: number, to: number): boolean {
  const same = (one: number, other: number) =>
    letters[one] !== undefined && letters[one].letter === letters[other]?.letter;
  return same(from, to) || same(from - 1, to - 1);
}

function $takeOut(block: string, from: number, to: number): void {
  for (const { key, from: start, to: end } of stretches($textNodesOf($block(block)), from, to).toReversed()) {
    const node = $textNodesOf($block(block)).find((one) => one.getKey() === key);
    node?.spliceText(start, end - start, '');
  }
}
