import type { PieceSession } from '../session/piece-session';
import { SessionContext } from '../session/SessionContext';
import { EditorPane } from './EditorPane';
import { Inspector } from './Inspector';
import { PairRail } from './PairRail';
import { StatusLine } from './StatusLine';
import { WorkspaceHeader } from './WorkspaceHeader';
import './Workspace.css';

/** The open piece: its questions at the left, the text, and what is known of it at the right. */
export function Workspace({ session }: { readonly session: PieceSession }) {
  return (
    <SessionContext value={session}>
      <div className="workspace">
        <WorkspaceHeader />
        <PairRail />
        <EditorPane />
        <Inspector />
        <StatusLine />
      </div>
    </SessionContext>
  );
}
