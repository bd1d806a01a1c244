import { useEffect } from 'react';
import { useShell } from '../app/shell-store';
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
  const columnWidth = useShell((state) => state.settings.columnWidth);
  useEffect(() => {
    // Words still in the queue would be lost with the page; the browser's own question is the last resort.
    const hold = (event: BeforeUnloadEvent) => {
      session.editor?.flush();
      if (session.store.getState().save.kind === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [session]);
  return (
    <SessionContext value={session}>
      <div className="workspace" data-column-width={columnWidth || undefined}>
        <WorkspaceHeader />
        <PairRail />
        <EditorPane />
        <Inspector />
        <StatusLine />
      </div>
    </SessionContext>
  );
}
