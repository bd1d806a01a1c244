import { askWith } from './ask';
import type { Parts } from './parts';
import type { SamePiece } from './take-file';

/** A file holds a version of a piece that is on the desk: is it to be merged, or to be a piece of its own? */
export async function askSamePiece({ translate, window }: Pick<Parts, 'translate' | 'window'>): Promise<SamePiece> {
  const say = translate();
  const answer = await askWith(window(), {
    type: 'question',
    message: say('system.same-piece'),
    detail: say('system.same-piece-detail'),
    buttons: [say('system.same-piece-merge'), say('system.same-piece-another'), say('system.cancel')],
    defaultId: 0,
    cancelId: 2,
  });
  return answer === 0 ? 'merge' : answer === 1 ? 'another' : 'cancel';
}
