import { buildEditorFromExtensions } from '@lexical/extension';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { $interview } from '../../../../renderer/editor/bridge/from-editor';
import { handleFor } from '../../../../renderer/editor/handle';
import { hostOf, setHost } from '../../../../renderer/editor/host';
import { InterviewExtension } from '../../../../renderer/editor/interview-extension';
import { openInterview } from '../../../../renderer/editor/open-interview';
import type { Change } from '../../../../shared/interview/change';
import { applyChange } from '../../../../shared/interview/change';
import type { Interview } from '../../../../shared/interview/types';
import { restoreAll } from '../../../../shared/review/restore';
import { anyInterview } from '../../../support/arbitraries';
import { revise, revision } from '../../shared/review/revisions';

/** An editor without a window, and every change that it hands out. */
function edit<Seen>(given: Interview, use: (desk: ReturnType<typeof deskOf>) => Seen): Seen {
  const editor = buildEditorFromExtensions(InterviewExtension);
  const changes: Change[] = [];
  setHost(editor, { ...hostOf(editor), interview: given, onChange: (change) => changes.push(change) });
  openInterview(editor, given);
  try {
    return use(deskOf(editor, changes, given));
  } finally {
    editor.dispose();
  }
}

const deskOf = (
  editor: ReturnType<typeof buildEditorFromExtensions>,
  changes: readonly Change[],
  given: Interview,
) => ({
  handle: handleFor(editor),
  changes,
  read: (): Interview => editor.read(() => $interview(given)),
});

/** What the editor shows of a piece: the rest goes past it. */
const shown = ({ kicker, headline, standfirst, byline, body }: Interview) => ({
  kicker,
  headline,
  standfirst,
  byline,
  body,
});

describe('a restored version', () => {
  test('is what the editor shows then, and what it hands out for the journal', () => {
    fc.assert(
      fc.property(anyInterview, fc.array(revision, { minLength: 1, maxLength: 6 }), (any, steps) => {
        const then = edit(any, ({ read }) => read());
        const now = edit(
          steps.reduce((piece, step, index) => revise(piece, step, `n${index}`), then),
          ({ read }) => read(),
        );
        edit(now, ({ handle, changes, read }) => {
          handle.apply(restoreAll(now, then));
          const after = changes.reduce(applyChange, now);
          expect(shown(read())).toEqual(shown(then));
          expect(shown(after)).toEqual(shown(then));
        });
      }),
      { numRuns: 150 },
    );
  });
});
