import { useCallback, useState } from 'react';
import type { CSSProperties } from 'react';
import type { PieceSession } from '../session/piece-session';
import { PhotoJobCard } from '../photos/PhotoJobCard';
import { PhotoDesk } from '../photos/desk/PhotoDesk';
import { useDesk } from '../photos/desk/desk-store';
import { SessionContext } from '../session/SessionContext';
import { EditorPane } from './EditorPane';
import { Inspector } from './Inspector';
import { InspectorDivider } from './InspectorDivider';
import { useInspectorWidth } from './inspector-width';
import { PairRail } from './PairRail';
import { StatusLine } from './StatusLine';
import { WorkspaceHeader } from './WorkspaceHeader';
import './Workspace.css';

/** What stands beside the text comes when the window has nothing else to do, at the latest after so many milliseconds. */
const LATEST = 200;

/** The open piece: its questions at the left, the text, and what is known of it at the right. */
export function Workspace({ session }: { readonly session: PieceSession }) {
  const inspector = useInspectorWidth();
  const atDesk = useDesk((state) => state.desk?.session === session);
  const [isTextShown, setTextShown] = useState(false);
  const onShown = useCallback(() => requestIdleCallback(() => setTextShown(true), { timeout: LATEST }), []);
  return (
    <SessionContext value={session}>
      <div className="workspace" style={{ '--inspector': `${inspector.width}px` } as CSSProperties}>
        <WorkspaceHeader />
        <div className="workspace-middle" inert={atDesk}>
          <PairRail />
          <EditorPane onShown={onShown} />
          {isTextShown ? (
            <Inspector divider={<InspectorDivider {...inspector} onWidth={inspector.setWidth} />} />
          ) : (
            <div className="inspector" />
          )}
        </div>
        <StatusLine />
        {atDesk && <PhotoDesk />}
        <PhotoJobCard />
      </div>
    </SessionContext>
  );
}
