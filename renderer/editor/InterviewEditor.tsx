import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CSSProperties, JSX } from 'react';
import type { TextKey, Translate } from '../../shared/i18n/translate';
import { CommentMargin } from './comments/CommentMargin';
import type { EditorProps } from './contract';
import './styles/galley.css';
import './styles/head.css';
import './styles/body.css';
import './styles/photo.css';
import './styles/gallery.css';
import './styles/quote-and-box.css';
import './styles/prompts.css';
import './styles/far-text.css';
import './styles/link-field.css';
import './styles/highlights.css';
import './suggest/suggest.css';
import { handleFor } from './handle';
import { setHost } from './host';
import { InterviewExtension } from './interview-extension';
import { openInterview } from './open-interview';
import { LinkField } from './LinkField';
import { marginWords } from './margin-words';
import { refreshPictures } from './photos';

/** Words that the style sheet shows: labels in the margin and what an empty line asks for. Not text, so never read or copied as such. */
const WORDS = [
  'editor.kicker',
  'editor.headline',
  'editor.standfirst',
  'editor.byline',
  'editor.closing',
  'editor.questionPrompt',
  'editor.answerPrompt',
  'editor.paragraphPrompt',
  'editor.subhead',
  'editor.caption',
  'editor.credit',
  'editor.alt',
  'editor.commonCaption',
  'editor.commonCredit',
  'editor.quote',
  'editor.attribution',
  'editor.heading',
] as const satisfies readonly TextKey[];

function wordStyles(translate: Translate): CSSProperties {
  return Object.fromEntries(
    WORDS.map((key) => [`--word-${key.slice('editor.'.length)}`, JSON.stringify(translate(key))]),
  );
}

function Bridge(props: EditorProps): null {
  const [editor] = useLexicalComposerContext();
  const { interview, onReady, ...host } = props;
  const opened = useRef(false);
  useLayoutEffect(() => setHost(editor, { ...host, interview, random: Math.random }));
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    openInterview(editor, interview);
    onReady(handleFor(editor));
  });
  const { photoUrl, photoCut, translate, readOnly } = host;
  useEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);
  useEffect(() => refreshPictures(editor), [editor, photoUrl, photoCut, translate]);
  return null;
}

/** The galley: the whole interview in one editor. Mount it anew for every piece. */
export function InterviewEditor(props: EditorProps): JSX.Element {
  const { interview, translate } = props;
  return (
    <div
      className="galley"
      style={{ ...wordStyles(translate), ...marginWords(interview, translate) }}
      data-labels={interview.labels ?? 'plain'}
    >
      {/* Given as a property, the editable element would be part of the editor: each rendering would build an empty new one. */}
      <LexicalExtensionComposer extension={InterviewExtension} contentEditable={null}>
        <ContentEditable
          aria-label={translate('editor.label')}
          aria-multiline
          className="galley-text"
          data-editor=""
          lang={interview.language}
          spellCheck={false}
        />
        <Bridge {...props} />
        <LinkField translate={translate} />
        <CommentMargin translate={translate} />
      </LexicalExtensionComposer>
    </div>
  );
}
