import { FolderDesk } from '../../../../electron/desk/folder-desk';
import type { DeskTools } from '../../../../electron/desk/folder-desk';
import { applyChange, type Change } from '../../../../shared/interview/change';
import { toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import type { Result } from '../../../../shared/result';
import { a, interview, q, title } from '../../../support/builders';

/** A small piece to type in: a question and its answer. */
export const START: Interview = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ.'));

/** The answer b2 with these words in it. */
export function typed(words: string): Change {
  return { blocks: { b2: { kind: 'answer', id: 'b2', text: toText(words) } } };
}

export function fold(start: Interview, changes: readonly Change[]): Interview {
  return changes.reduce(applyChange, start);
}

/** The value, or an error that shows the failure. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Timers that run when the test says so. */
export class Clock {
  private waiting: { readonly run: () => void; readonly milliseconds: number }[] = [];
  time = Date.UTC(2026, 10, 23, 8);

  readonly tools: DeskTools = {
    now: () => this.time,
    random: () => 0.5,
    after: (milliseconds, then) => {
      const entry = { milliseconds, run: then };
      this.waiting.push(entry);
      return () => {
        this.waiting = this.waiting.filter((other) => other !== entry);
      };
    },
  };

  /** Runs every timer of this length that is waiting. */
  ring(milliseconds: number): void {
    const due = this.waiting.filter((entry) => entry.milliseconds === milliseconds);
    this.waiting = this.waiting.filter((entry) => entry.milliseconds !== milliseconds);
    for (const { run } of due) run();
  }
}

export function deskOn(root: string, tools: DeskTools = {}): FolderDesk {
  return new FolderDesk(root, { ...new Clock().tools, ...tools });
}
