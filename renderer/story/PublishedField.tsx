import { useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from '../app/language';
import { readPublished, showPublished } from './published-time';

interface PublishedFieldProps {
  /** ISO 8601 with an offset. */
  readonly published: string | undefined;
  readonly onCommit: (published: string | null) => void;
}

/** When the piece goes out. Read on leaving the line or on Enter; what cannot be read stays in it with a word about it. */
export function PublishedField({ published, onCommit }: PublishedFieldProps) {
  const translate = useTranslate();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const commit = () => {
    if (draft === null) return;
    const read = readPublished(draft, published);
    setUnread(read === undefined);
    if (read === undefined) return;
    setDraft(null);
    if (read !== (published ?? null)) onCommit(read);
  };
  const last = useRef(commit);
  last.current = commit;
  // The panel may go away with a time in the line that has not been handed over.
  useEffect(() => () => last.current(), []);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {translate('story.published')}
      </label>
      <input
        id={id}
        value={draft ?? showPublished(published)}
        placeholder="09:14, 02/02/2018"
        aria-invalid={unread}
        aria-describedby={unread ? `${id}-why` : undefined}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && commit()}
      />
      {unread && (
        <p id={`${id}-why`} className="panel-warn" role="alert">
          {translate('story.published-unread')}
        </p>
      )}
    </div>
  );
}
