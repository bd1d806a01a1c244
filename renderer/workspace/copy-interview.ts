import { interviewAsPlainText } from '../../shared/interview/as-plain-text';
import type { Interview } from '../../shared/interview/types';

/** Puts the whole piece on the clipboard: the way out when the disk takes nothing. Must run in a click. */
export function copyInterview(interview: Interview): void {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', interviewAsPlainText(interview));
    event.preventDefault();
    event.stopPropagation();
  };
  // The asynchronous clipboard needs a permission that this window denies to everyone.
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
