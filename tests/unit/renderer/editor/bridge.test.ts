import { buildEditorFromExtensions } from '@lexical/extension';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { $interview } from '../../../../renderer/editor/bridge/from-editor';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { openInterview } from '../../../../renderer/editor/open-interview';
import { emptyInterview } from '../../../../shared/interview/build';
import { makeRun } from '../../../../shared/interview/text';
import type { Block, Interview } from '../../../../shared/interview/types';
import { anyInterview } from '../../../support/arbitraries';
import { a, byline, closing, interview, p, q, title } from '../../../support/builders';

/** Through the editor and back, without a window. */
function throughEditor(given: Interview): Interview {
  const editor = buildEditorFromExtensions(InterviewExtension);
  try {
    openInterview(editor, given);
    return editor.read(() => $interview(given));
  } finally {
    editor.dispose();
  }
}

/** The one thing the editor changes by opening: an answer that nobody asked for is a paragraph. */
function asked(given: Interview): Interview {
  let question = false;
  const body = given.body.map((block): Block => {
    question ||= block.kind === 'question';
    return block.kind === 'answer' && !question ? { ...block, kind: 'paragraph' } : block;
  });
  return { ...given, body };
}

describe('interview to editor and back', () => {
  test('every interview comes back as it was', () => {
    fc.assert(
      fc.property(anyInterview, (given) => {
        expect(throughEditor(given)).toEqual(asked(given));
      }),
      { numRuns: 200 },
    );
  });

  test('an empty piece stays empty: the line for the caret is no block', () => {
    expect(throughEditor(emptyInterview()).body).toEqual([]);
  });

  test('an answer before the first question is shown as a paragraph and keeps what it knew', () => {
    const given = interview(
      title('T'),
      [{ kind: 'answer', id: 'x', text: [{ text: 'Trả lời' }], timecode: 5 }],
      q('Hỏi?'),
      a('Đáp.'),
    );
    expect(throughEditor(given).body[0]).toEqual({
      kind: 'paragraph',
      id: 'x',
      text: [{ text: 'Trả lời' }],
      timecode: 5,
    });
  });

  test('a byline keeps the person that its name points to', () => {
    const given = { ...interview(p('x'), closing('Cảm ơn'), byline('Nguyễn Xuân', 'thực hiện')) };
    const signed = { ...given, byline: [{ name: 'Nguyễn Xuân', role: 'thực hiện', person: 'p1' }] };
    expect(throughEditor(signed).byline).toEqual(signed.byline);
  });

  test('the places of comment threads and open proposals come back too', () => {
    const mark = { id: 'm1', by: 'Hồng Hà', at: 1_800_000_000_000 };
    const talked: Block = {
      ...p([makeRun('Mười năm '), makeRun('sau ngày', ['bold'], undefined, ['t2', 't1']), makeRun(' thành lập.')]),
      id: 'b1',
      suggestions: {
        text: [
          { text: 'Mười năm ', look: '', ins: mark },
          { text: 'sau ngày', look: 'bold ' },
          { text: ' thành lập.', look: '' },
          { end: { id: 'b1', kind: 'paragraph', base: 'b1' } },
        ],
      },
      moved: { ...mark, after: null },
    };
    const given = interview(title('Đối thoại'), talked, closing('Cảm ơn.'));

    expect(throughEditor(given)).toEqual(given);
    expect(given.body[0]).toMatchObject({ text: [{}, { threads: ['t1', 't2'] }, {}] });
  });
});
