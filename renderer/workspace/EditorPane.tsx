import { useCallback, useEffect, useMemo, useState } from 'react';
import { photoAddress } from '../../shared/ipc/addresses';
import { cutView } from '../../shared/photos/cut-view';
import { markReady } from '../app/document-state';
import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';
import { InterviewEditor } from '../editor/InterviewEditor';
import type { EditorHandle, EditorState } from '../editor/contract';
import { galley } from '../galley';
import { followPiece } from '../proof/follow-piece';
import { addPictures } from '../photos/take-gallery';
import { replacePicture, takeMany } from '../photos/take-photos';
import { ComparisonView } from '../review/compare/ComparisonView';
import { useComparison } from '../review/compare/comparison-store';
import { followReview } from '../review/follow-review';
import { followSuggesting } from '../review/suggest/follow-suggesting';
import { useSuggestName } from '../review/suggest/suggest-name';
import { followThreads } from '../review/comments/follow-threads';
import { showThread } from '../review/comments/run-in-comments';
import { usePiece, useSession } from '../session/SessionContext';
import { FindBar } from './FindBar';
import { PieceLines } from './PieceLines';
import { Toolbar } from './Toolbar';
import './EditorPane.css';

/** The galley itself under its lamp, with the tools and lines that belong to it. Tells when it can be written in. */
export function EditorPane({ onShown }: { readonly onShown: () => void }) {
  const session = useSession();
  const translate = useTranslate();
  const find = useShell((state) => state.find);
  const columnWidth = useShell((state) => state.settings.columnWidth);
  const labels = usePiece(({ interview }) => interview.labels ?? 'plain');
  const suggesting = usePiece((state) => state.suggesting);
  const name = useSuggestName();
  const readOnly = usePiece((state) => state.readOnly);
  const people = usePiece(({ interview }) => interview.people);
  // The editor reads the text once; only how questions are labelled may follow the panel.
  const interview = useMemo(() => ({ ...session.opened.interview, labels, people }), [session, labels, people]);
  const photoUrl = useCallback(
    (id: string) => {
      const photo = session.store.getState().interview.photos.find((one) => one.id === id);
      return photo ? photoAddress(session.opened.piece, photo.file) : null;
    },
    [session],
  );
  const comparison = useComparison((state) => state.open);
  const photos = usePiece((state) => state.interview.photos);
  // Asked anew whenever a picture is cut otherwise.
  const photoCut = useCallback(
    (id: string) => {
      const photo = photos.find((one) => one.id === id);
      return photo ? cutView(photo, 'print') : null;
    },
    [photos],
  );
  const [followed, setFollowed] = useState(false);
  const host = useMemo(
    () => ({
      onChange: session.change,
      onState: (caret: EditorState) => session.store.setState({ caret }),
      onRemarks: session.addRemarks,
      onPictures: (files: readonly File[]) => void takeMany(session, files),
      onReplacePicture: (block: string) => void replacePicture(session, block),
      onAddPictures: (gallery: string) => void addPictures(session, gallery),
      onOpenLink: (link: string) => void galley.call('app:open-link', link),
      onThread: (thread: string) => showThread(session, thread),
      onReady: (editor: EditorHandle) => {
        session.editor = editor;
        setFollowed(true);
        editor.focus();
        markReady(true);
        onShown();
      },
    }),
    [session, onShown],
  );
  useEffect(() => (followed ? followPiece(session) : undefined), [session, followed]);
  useEffect(() => followReview(session), [session]);
  useEffect(() => followSuggesting(session), [session]);
  useEffect(() => () => useComparison.setState({ open: null }), [session]);
  useEffect(() => (followed ? followThreads(session) : undefined), [session, followed]);
  return (
    <main className="editor-pane">
      {!comparison && <Toolbar />}
      {!comparison && find !== 'closed' && <FindBar mode={find} />}
      <PieceLines />
      {comparison && <ComparisonView open={comparison} />}
      {/* The editor stays where it is, with its caret and its undo. */}
      <div className={comparison ? 'galley-scroll galley-away' : 'galley-scroll'}>
        <div className={columnWidth ? 'lamp galley-column' : 'lamp'}>
          <InterviewEditor
            interview={interview}
            translate={translate}
            photoUrl={photoUrl}
            suggestAs={suggesting ? name : null}
            photoCut={photoCut}
            readOnly={readOnly}
            {...host}
          />
        </div>
      </div>
    </main>
  );
}
