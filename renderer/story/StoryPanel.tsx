import { useShallow } from 'zustand/react/shallow';
import type { FieldChanges } from '../../shared/interview/change';
import type { LabelStyle } from '../../shared/interview/types';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { usePiece, useSession } from '../session/SessionContext';
import { DraftField } from '../ui/DraftField';
import { PeopleEditor } from './PeopleEditor';
import { PublishedField } from './PublishedField';
import { TeaserEditor } from './TeaserEditor';

/** The fields of the piece that are not its text. */
export function StoryPanel() {
  const translate = useTranslate();
  const session = useSession();
  // Only what stands here: drawing the panel anew for every change of the text was felt in typing.
  const interview = usePiece(
    useShallow(({ interview: { paper, section, published, labels, comments, people, teasers, variables } }) => ({
      paper,
      section,
      published,
      labels,
      comments,
      people,
      teasers,
      variables,
    })),
  );
  const set = (fields: FieldChanges) => session.change({ fields });
  return (
    <>
      <DraftField
        label={translate('story.paper')}
        value={interview.paper ?? ''}
        onCommit={(paper) => set({ paper: paper || null })}
      />
      <DraftField
        label={translate('story.section')}
        value={interview.section ?? ''}
        onCommit={(section) => set({ section: section || null })}
      />
      <PublishedField published={interview.published} onCommit={(published) => set({ published })} />
      <label className="field">
        <span className="label">{translate('story.labels')}</span>
        <select value={interview.labels ?? 'plain'} onChange={({ target }) => set({ labels: asLabels(target.value) })}>
          <option value="plain">{translate('story.labels-plain')}</option>
          <option value="names">{translate('story.labels-names')}</option>
          <option value="words">{translate('story.labels-words')}</option>
        </select>
      </label>
      <label className="panel-check">
        <input
          type="checkbox"
          checked={interview.comments}
          onChange={({ target }) => set({ comments: target.checked })}
        />
        {translate('story.comments')}
      </label>
      <PeopleEditor people={interview.people} onChange={(people) => set({ people })} />
      <TeaserEditor teasers={interview.teasers} onChange={(teasers) => set({ teasers })} />
      {interview.variables && interview.variables.length > 0 && (
        <section className="panel-section">
          <button type="button" className="button" onClick={() => runCommand('fill-variables')}>
            {translate('commands.fill-variables')}
          </button>
        </section>
      )}
    </>
  );
}

function asLabels(value: string): LabelStyle {
  return value === 'names' || value === 'words' ? value : 'plain';
}
