import type { Interview } from '../../shared/interview/types';
import { canonicalForm } from '../../shared/review/canonical';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import type { PieceReview } from '../../shared/review/piece-review';
import type { SealCondition } from '../../shared/review/workflow';
import { activeProfile } from '../../shared/review/profile';
import { dismissNoticesOf, useShell } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';
import { NO_REVIEW, useReview } from './review-store';

/** After so many milliseconds without a change the seal is looked at; what was edited is compared after as many more. */
const REST = 150;

/** Keeps the review equal to the disk and to the text, off the path of typing, until the returned function is called. */
export function followReview(session: PieceSession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let stopped = false;

  const look = async () => {
    const { read } = useReview.getState();
    const { interview } = session.store.getState();
    const seal = read ? await sealConditionOf(interview, read) : 'none';
    if (stopped || interview !== session.store.getState().interview) return;
    const before = useReview.getState();
    if (seal !== before.seal) useReview.setState({ seal });
    const sealed = seal === 'broken' ? (read?.sealed ?? null) : null;
    if (!sealed) {
      if (before.edits) useReview.setState({ edits: null });
      return;
    }
    idle = requestIdleCallback(() => {
      if (!stopped) useReview.setState({ edits: compareInterviews(sealed, interview) });
    });
  };
  const later = () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
    timer = setTimeout(() => void look(), REST);
  };
  const again = () => void readReview(session);

  useReview.setState({ ...NO_REVIEW, piece: session.opened.piece });
  void readReview(session);
  void readVersions(session);
  const ends = [
    session.store.subscribe(({ interview }, before) => {
      if (interview !== before.interview) later();
    }),
    // Each person has read another version.
    useShell.subscribe(({ settings }, before) => {
      if (activeProfile(settings)?.id !== activeProfile(before.settings)?.id) void readVersions(session);
    }),
    useReview.subscribe(({ read }, before) => {
      if (read !== before.read) void look();
    }),
  ];
  // A colleague may have taken a step over a shared folder meanwhile.
  window.addEventListener('focus', again);
  return () => {
    stopped = true;
    clearTimeout(timer);
    cancelIdleCallback(idle);
    window.removeEventListener('focus', again);
    ends.forEach((end) => end());
    dismissNoticesOf('take-back-restore');
    useReview.setState(NO_REVIEW);
  };
}

/** Reads the review of the open piece from the disk. */
export async function readReview({ opened }: PieceSession): Promise<void> {
  const result = await galley.call('review:read', opened.piece);
  if (useReview.getState().piece !== opened.piece) return;
  if (result.ok) useReview.setState({ read: result.value, failure: null });
  else useReview.setState({ read: null, failure: result.failure });
}

/** Reads the list of versions. A disk that fails here is told where the text is saved. */
export async function readVersions({ opened }: PieceSession): Promise<void> {
  const { piece } = opened;
  const result = await galley.call('review:versions', piece);
  if (!result.ok || useReview.getState().piece !== piece) return;
  const name = result.value.read;
  const known = useReview.getState().lastRead;
  useReview.setState({ versions: result.value, ...(name === known?.name ? {} : { lastRead: null }) });
  if (name === null || name === known?.name) return;
  const read = await galley.call('review:version', piece, name);
  if (read.ok && useReview.getState().versions?.read === name)
    useReview.setState({ lastRead: { name, interview: read.value } });
}

/** By the hash of the canonical form, as main and the command line see it: also when the sealed version is gone. */
async function sealConditionOf(interview: Interview, { review, forged }: PieceReview): Promise<SealCondition> {
  if (!review.seal || forged) return 'none';
  const bytes = new TextEncoder().encode(canonicalForm(interview));
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hash === review.seal.hash ? 'whole' : 'broken';
}
