import { joinRuns, makeRun } from '../../interview/text';
import type { Run, Text } from '../../interview/types';
import type { Place } from '../../interview/visit';
import { lookOf, lookTokens, type LookToken } from '../compare/tokens';
import { bothWordings, NOTHING, type Conflict } from './conflict';
import { threeWay, type Chunk } from './three-way';

export interface Merged<Value> {
  readonly value: Value;
  readonly conflicts: readonly Conflict[];
}

/** Two versions of a text over the one they both come from, word by word; where both changed the same words, both stand. */
export function mergeTexts(base: Text, a: Text, b: Text, place: Place): Merged<Text> {
  const runs: Run[] = [];
  const conflicts: Conflict[] = [];
  for (const chunk of threeWay(lookTokens(base), lookTokens(a), lookTokens(b), ({ text }) => text)) {
    if (chunk.kind === 'conflict') {
      const [left, right] = [wordsOf(chunk.a), wordsOf(chunk.b)];
      conflicts.push({ kind: 'text', place, a: left, b: right });
      runs.push(...conflictRuns(chunk));
    } else if (chunk.kind === 'a' || chunk.kind === 'b') {
      runs.push(...chunk[chunk.kind].map(runOf));
    } else {
      for (const [index, token] of chunk.a.entries()) {
        const picked = pickLook(chunk.base[index], token, chunk.b[index] ?? token);
        if (picked.conflict)
          conflicts.push({ kind: 'value', place, a: lookOf(token.run) || NOTHING, b: chunk.b[index]?.look || NOTHING });
        runs.push(withThreads(runOf(picked.token), [token.run, chunk.b[index]?.run]));
      }
    }
  }
  return { value: joinRuns(runs), conflicts };
}

/** The brackets are plain, the words inside keep their looks. */
function conflictRuns({ a, b }: Chunk<LookToken>): readonly Run[] {
  const [start = '', middle = '', end = ''] = bothWordings('\u0000', '\u0000').split('\u0000');
  const side = (tokens: readonly LookToken[]) => (tokens.length > 0 ? tokens.map(runOf) : [{ text: NOTHING }]);
  return [{ text: start }, ...side(a), { text: middle }, ...side(b), { text: end }];
}

function pickLook(base: LookToken | undefined, a: LookToken, b: LookToken) {
  if (a.look === b.look || b.look === base?.look) return { token: a, conflict: false };
  return a.look === base?.look ? { token: b, conflict: false } : { token: a, conflict: true };
}

function runOf({ text, run }: LookToken): Run {
  return { ...run, text };
}

/** Words that both sides have are about every thread that either side hung on them. */
function withThreads(run: Run, sides: readonly (Run | undefined)[]): Run {
  return makeRun(
    run.text,
    run.marks,
    run.link,
    sides.flatMap((side) => side?.threads ?? []),
  );
}

function wordsOf(tokens: readonly LookToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
