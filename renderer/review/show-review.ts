import { useShell } from '../app/shell-store';
import { useReview } from './review-store';
import type { ReviewList } from './review-store';

/** Brings the review tab to the front, with one of its lists open; without a name the list stays as it was. */
export function showReview(list?: ReviewList): void {
  useShell.setState({ tab: 'review' });
  if (list) useReview.setState({ list });
}
