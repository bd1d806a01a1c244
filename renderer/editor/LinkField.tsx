import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, FormEvent, JSX, KeyboardEvent } from 'react';
import type { Translate } from '../../shared/i18n/translate';
import { $setLink } from './commands/marks';
import { change } from './commands/run';
import { closeLinkField, completeLink, LinkFieldExtension } from './link-field';
import type { LinkTarget } from './link-field';

/** The small field for the address of a link, below the words that it is for. */
export function LinkField({ translate }: { readonly translate: Translate }): JSX.Element | null {
  const target = useExtensionSignalValue(LinkFieldExtension, 'target');
  return target && <OpenLinkField target={target} translate={translate} />;
}

/** Where the field stands in its editor, which it scrolls with; never beyond the right edge. */
function placeIn(galley: Element | null, { left, bottom }: LinkTarget): CSSProperties {
  const box = galley?.getBoundingClientRect();
  if (!box) return {};
  const width = 372;
  return { left: Math.max(0, Math.min(left - box.left, box.width - width)), top: bottom - box.top + 6 };
}

function OpenLinkField({ target, translate }: { readonly target: LinkTarget; readonly translate: Translate }) {
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState(target.link ?? '');
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const place = placeIn(editor.getRootElement()?.closest('.galley') ?? null, target);
  useEffect(() => {
    // A closing palette gives the focus back to the text first.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const close = () => closeLinkField(editor);
  const write = (link: string | null) => {
    change(editor, () => $setLink(link));
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') write(null);
    else {
      const link = completeLink(typed);
      if (link === null) setRefused(true);
      else write(link);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <form className="galley-link-field" style={place} onSubmit={submit} onKeyDown={keys}>
      <div className="galley-link-row">
        <input
          ref={input}
          type="text"
          spellCheck={false}
          aria-label={translate('editor.linkAddress')}
          aria-invalid={refused || undefined}
          placeholder="https://"
          value={typed}
          onChange={({ target: { value } }) => {
            setTyped(value);
            setRefused(false);
          }}
        />
        <button type="submit">{translate('editor.linkSet')}</button>
        {target.link !== null && (
          <button type="button" onClick={() => write(null)}>
            {translate('editor.linkRemove')}
          </button>
        )}
      </div>
      {refused && <p role="alert">{translate('editor.linkRefused')}</p>}
    </form>
  );
}
