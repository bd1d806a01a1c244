import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import type { JSX } from 'react';
import type { Translate } from '../../../shared/i18n/translate';
import { hostOf } from '../host';
import { CommentsExtension } from './comments-extension';
import type { MarginMark } from './margin-marks';
import './comments.css';

/** How many open threads each block in view has, beside it; a press shows them one after the other. */
export function CommentMargin({ translate }: { readonly translate: Translate }): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const marks = useExtensionSignalValue(CommentsExtension, 'marks');
  const show = ({ threads }: MarginMark) => {
    const { active } = getExtensionDependencyFromEditor(editor, CommentsExtension).output.index;
    const next = threads[(threads.indexOf(active ?? '') + 1) % threads.length];
    if (next !== undefined) hostOf(editor).onThread(next);
  };
  return (
    <div className="galley-comment-marks">
      {marks.map((mark) => (
        <button
          key={mark.key}
          type="button"
          // By keys the threads are reached through their commands and their list.
          tabIndex={-1}
          className="galley-comment-mark"
          data-active={mark.active || undefined}
          style={{ left: mark.left, top: mark.top }}
          aria-label={translate('comments.marks', { count: mark.threads.length })}
          title={translate('comments.marks', { count: mark.threads.length })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => show(mark)}
        >
          {mark.threads.length}
        </button>
      ))}
    </div>
  );
}
