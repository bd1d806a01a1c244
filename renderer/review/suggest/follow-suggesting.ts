import { activeProfile } from '../../../shared/review/profile';
import { suggestsByDefault } from '../../../shared/review/suggest/by-default';
import { notify, useShell } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import { useReview } from '../review-store';

/** What people have chosen for a piece since the program was started, by person and piece: it goes before the default. */
const CHOSEN = new Map<string, boolean>();

/** Who has been told of the default for a piece: once in a sitting is enough. */
const TOLD = new Set<string>();

function keyOf({ opened }: PieceSession): string {
  return `${activeProfile(useShell.getState().settings)?.id ?? ''} ${opened.piece}`;
}

/** Turns suggest mode on or off, until the program is closed or somebody else sits down. */
export function chooseSuggesting(session: PieceSession, suggesting: boolean): void {
  CHOSEN.set(keyOf(session), suggesting);
  session.store.setState({ suggesting });
}

/** Keeps suggest mode as the person at work and the state of the piece want it, until the returned function is called. */
export function followSuggesting(session: PieceSession): () => void {
  const look = () => {
    const { piece, read } = useReview.getState();
    if (piece !== session.opened.piece || !read) return;
    const by = activeProfile(useShell.getState().settings);
    const byDefault = by !== null && suggestsByDefault(read.review.state, by.role);
    const suggesting = CHOSEN.get(keyOf(session)) ?? byDefault;
    if (suggesting === session.store.getState().suggesting) return;
    session.store.setState({ suggesting });
    if (!suggesting || TOLD.has(keyOf(session))) return;
    TOLD.add(keyOf(session));
    notify('plain', 'suggest.by-default');
  };
  look();
  const ends = [
    useReview.subscribe(({ read }, before) => {
      if (read !== before.read) look();
    }),
    useShell.subscribe(({ settings }, before) => {
      if (settings !== before.settings) look();
    }),
  ];
  return () => ends.forEach((end) => end());
}
