import { ThreadsSection } from './comments/ThreadsSection';
import { LogSection } from './LogSection';
import { ReadSection } from './ReadSection';
import { RoundSection } from './rounds/RoundSection';
import { SealSection } from './SealSection';
import { StandingSection } from './StandingSection';
import { SuggestionsSection } from './suggest/SuggestionsSection';
import { VersionsSection } from './VersionsSection';
import './ReviewPanel.css';

/** How far the piece is, what is said about it, its seal, what is new to the reader, its versions, and who did what. */
export function ReviewPanel() {
  return (
    <>
      <StandingSection />
      <SuggestionsSection />
      <ThreadsSection />
      <SealSection />
      <ReadSection />
      <RoundSection />
      <VersionsSection />
      <LogSection />
    </>
  );
}
