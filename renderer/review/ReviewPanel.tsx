import { Tabs } from '@base-ui/react/tabs';
import { useEffect } from 'react';
import { useTranslate } from '../app/language';
import { usePiece } from '../session/SessionContext';
import { ThreadsSection } from './comments/ThreadsSection';
import { LogSection } from './LogSection';
import { ReadSection } from './ReadSection';
import type { ReviewList } from './review-store';
import { useReview } from './review-store';
import { useFollowedRound, useLatestRound } from './rounds/latest-round';
import { RoundSection } from './rounds/RoundSection';
import { SealSection } from './SealSection';
import { StandingSection } from './StandingSection';
import { useOpenChanges } from './suggest/open-changes';
import { SuggestionsSection } from './suggest/SuggestionsSection';
import { VersionsSection } from './VersionsSection';
import './ReviewPanel.css';

/** How far the piece is and the next step stay on top; under them one list at a time, each with what waits in it. */
export function ReviewPanel() {
  const translate = useTranslate();
  useFollowedRound();
  const changes = useOpenChanges().length;
  const comments = usePiece(({ interview }) => (interview.threads ?? []).filter(({ resolved }) => !resolved).length);
  const kept = useReview(({ versions }) => versions?.versions.length ?? 0);
  const { open } = useLatestRound();
  const chosen = useReview(({ list }) => list);
  const asking = useReview((state) => state.asking);
  // What waits is shown first; a list that has been worked off stays.
  const first = changes === 0 && comments > 0 ? 'comments' : 'changes';
  useEffect(() => {
    if (chosen === null) useReview.setState({ list: first });
  }, [chosen, first]);
  const list = chosen ?? first;
  return (
    <>
      <div className="review-top">
        <StandingSection />
        <SealSection />
        {asking === null && <ReadSection />}
      </div>
      <Tabs.Root
        className="review-lists"
        value={list}
        onValueChange={(value: ReviewList) => useReview.setState({ list: value })}
      >
        <Tabs.List className="review-switch" aria-label={translate('approval.lists')} activateOnFocus>
          <ListTab list="changes" name={translate('approval.list-changes')} count={changes} />
          <ListTab list="comments" name={translate('approval.list-comments')} count={comments} />
          <ListTab list="round" name={translate('approval.list-round')} count={open} />
          <ListTab list="history" name={translate('approval.list-history')} count={kept} quiet />
        </Tabs.List>
        <Tabs.Panel value="changes" className="review-list">
          <SuggestionsSection />
        </Tabs.Panel>
        <Tabs.Panel value="comments" className="review-list">
          <ThreadsSection />
        </Tabs.Panel>
        <Tabs.Panel value="round" className="review-list">
          <RoundSection />
        </Tabs.Panel>
        <Tabs.Panel value="history" className="review-list">
          <VersionsSection />
          <LogSection />
        </Tabs.Panel>
      </Tabs.Root>
    </>
  );
}

interface ListTabProps {
  readonly list: ReviewList;
  readonly name: string;
  /** How much in it waits for somebody. */
  readonly count: number;
  /** What is in it waits for nobody. */
  readonly quiet?: boolean;
}

function ListTab({ list, name, count, quiet = false }: ListTabProps) {
  return (
    <Tabs.Tab value={list}>
      <b data-waits={(!quiet && count > 0) || undefined}>{count}</b> <span>{name}</span>
    </Tabs.Tab>
  );
}
