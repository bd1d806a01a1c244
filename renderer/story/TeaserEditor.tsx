import { Plus } from 'lucide-react';
import { useState } from 'react';
import { isSafeLink } from '../../shared/interview/schema';
import type { Teaser } from '../../shared/interview/types';
import { useTranslate } from '../app/language';
import { DraftField } from '../ui/DraftField';

interface TeaserEditorProps {
  readonly teasers: readonly Teaser[];
  readonly onChange: (teasers: readonly Teaser[]) => void;
}

/** The related pieces that the page points to. */
export function TeaserEditor({ teasers, onChange }: TeaserEditorProps) {
  const translate = useTranslate();
  const replace = (at: number, teaser: Teaser) => onChange(teasers.map((one, index) => (index === at ? teaser : one)));
  return (
    <section className="panel-section" aria-label={translate('story.teasers')}>
      <div className="panel-head">
        <h2 className="label">{translate('story.teasers')}</h2>
        <button type="button" className="text-button" onClick={() => onChange([...teasers, { heading: '' }])}>
          <Plus size={12} aria-hidden /> {translate('story.add-teaser')}
        </button>
      </div>
      {teasers.map((teaser, at) => (
        <div key={at} className="panel-entry">
          <div className="whole">
            <DraftField
              label={translate('story.teaser-heading')}
              value={teaser.heading}
              onCommit={(heading) => replace(at, { ...teaser, heading })}
            />
          </div>
          <div className="whole">
            <LinkField link={teaser.link ?? ''} onCommit={(text) => replace(at, withDetail(teaser, 'link', text))} />
          </div>
          <DraftField
            label={translate('story.teaser-label')}
            value={teaser.label ?? ''}
            onCommit={(text) => replace(at, withDetail(teaser, 'label', text))}
          />
          <button
            type="button"
            className="text-button end"
            onClick={() => onChange(teasers.filter((_, index) => index !== at))}
          >
            {translate('story.remove')}
          </button>
        </div>
      ))}
    </section>
  );
}

/** An unsafe or unfinished address stays in the field with a word about it; only a sound one becomes the link. */
function LinkField({ link, onCommit }: { readonly link: string; readonly onCommit: (link: string) => void }) {
  const translate = useTranslate();
  const [refused, setRefused] = useState<string | null>(null);
  const take = (text: string) => {
    const sound = text === '' || isSafeLink(text);
    setRefused(sound ? null : text);
    if (sound) onCommit(text);
  };
  return (
    <div>
      <DraftField label={translate('story.teaser-link')} value={refused ?? link} type="url" onCommit={take} />
      {refused !== null && (
        <p className="panel-warn" role="alert">
          {translate('story.link-refused')}
        </p>
      )}
    </div>
  );
}

function withDetail(teaser: Teaser, detail: 'label' | 'link', text: string): Teaser {
  const { [detail]: _, ...rest } = teaser;
  return text === '' ? rest : { ...rest, [detail]: text };
}
