import type { ReactNode } from 'react';
import { Tabs } from '@base-ui/react/tabs';
import { checkInterview } from '../../shared/checks/check-interview';
import { shownPictures } from '../../shared/interview/shown-pictures';
import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';
import type { InspectorTab } from '../app/shell-store';
import { ConflictsPanel, countConflicts } from '../conflicts/ConflictsPanel';
import { ChecksPanel } from '../checks/ChecksPanel';
import { PagePanel } from '../proof/PagePanel';
import { PhotosPanel } from '../photos/PhotosPanel';
import { ReviewPanel } from '../review/ReviewPanel';
import { usePiece } from '../session/SessionContext';
import { useSettled } from '../session/use-settled';
import { StoryPanel } from '../story/StoryPanel';
import './Inspector.css';

/** What is known of the piece besides its text. It stands beside the galley and never over it. */
export function Inspector({ divider }: { readonly divider?: ReactNode }) {
  const translate = useTranslate();
  const tab = useShell((state) => state.tab);
  const interview = useSettled(usePiece((state) => state.interview));
  const remarks = checkInterview(interview);
  const conflicts = countConflicts(
    interview,
    usePiece((state) => state.conflicts),
  );
  const readOnly = usePiece((state) => state.readOnly);
  const photos = usePiece(({ interview }) => shownPictures(interview).length);
  const name = (text: string, count: number) => (count > 0 ? `${text} · ${count}` : text);
  return (
    <aside className="inspector" aria-label={translate('app.inspector')}>
      {divider}
      <Tabs.Root
        value={tab}
        onValueChange={(value: InspectorTab) => useShell.setState({ tab: value })}
        className="inspector-root"
      >
        <Tabs.List className="inspector-tabs" aria-label={translate('app.inspector')}>
          <Tabs.Tab value="story">{translate('story.tab')}</Tabs.Tab>
          <Tabs.Tab value="photos">{name(translate('photos.tab'), photos)}</Tabs.Tab>
          <Tabs.Tab value="review">{translate('approval.tab')}</Tabs.Tab>
          <Tabs.Tab value="checks">{name(translate('app.checks-tab'), remarks.length)}</Tabs.Tab>
          <Tabs.Tab value="page">{translate('proof.tab')}</Tabs.Tab>
          {(conflicts > 0 || tab === 'conflicts') && (
            <Tabs.Tab value="conflicts">{name(translate('desks.conflicts-tab'), conflicts)}</Tabs.Tab>
          )}
        </Tabs.List>
        <Tabs.Panel value="story" className="inspector-panel">
          <div className="inspector-writing" inert={readOnly}>
            <StoryPanel />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="photos" className="inspector-panel">
          <div className="inspector-writing" inert={readOnly}>
            <PhotosPanel />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="review" className="inspector-panel review">
          <ReviewPanel />
        </Tabs.Panel>
        <Tabs.Panel value="checks" className="inspector-panel">
          <ChecksPanel remarks={remarks} />
        </Tabs.Panel>
        <Tabs.Panel value="conflicts" className="inspector-panel">
          <ConflictsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="page" className="inspector-panel page">
          <PagePanel />
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
}
