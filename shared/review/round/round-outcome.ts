import type { SuggestionMark } from '../../interview/suggestions';
import { pairsOf } from '../../interview/pairs';
import { plainText } from '../../interview/text';
import type { Block, Interview } from '../../interview/types';
import { textsOfBlock } from '../../interview/visit';
import { marksOf } from '../suggest/hunks';
import { roundPairs } from './round-answers';
import type { Round } from './round-log';

/** How an answer stands: as they asked, as it was sent, changed but otherwise than they asked, not decided yet, not changed. */
export type Outcome = 'accept' | 'refuse' | 'part' | 'open' | 'same';

/** One answer of a round, as it went out, as they asked for it, and as it stands now. Paragraphs are parted by "\n". */
export interface AnswerOutcome {
  readonly number: number;
  /** The id of the question: the answer is decided by it. */
  readonly question: string;
  readonly asks: string;
  readonly sent: string;
  readonly asked: string;
  readonly now: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

/**
 * The answers of a round: `sent` is the version that went out, `returned` the piece right after the document was taken back,
 * `now` the piece as it stands. A proposal by `by` that is still open leaves its answer open.
 */
export function outcomesOf(
  sent: Interview,
  returned: Interview,
  now: Interview,
  by: string,
  decisions: Round['decisions'] = new Map(),
): readonly AnswerOutcome[] {
  return roundPairs(sent).map(({ number, question }) => {
    const [was, wished, is] = [sent, returned, now].map((piece) => answerText(piece, question.id));
    const [before, asked, current] = [was ?? '', wished ?? '', is ?? ''];
    const open = marksAround(now, question.id).some((mark) => mark.by === by);
    const outcome: Outcome =
      asked === before && !open
        ? 'same'
        : open
          ? 'open'
          : current === asked
            ? 'accept'
            : current === before
              ? 'refuse'
              : 'part';
    return {
      number,
      question: question.id,
      asks: plainText(question.text),
      sent: before,
      asked,
      now: current,
      outcome,
      reason: decisions.get(question.id)?.reason ?? '',
    };
  });
}

/** The paragraphs of both that the other does not have word for word: what a reader has to look at. */
export function changedLines(a: string, b: string): { readonly a: readonly string[]; readonly b: readonly string[] } {
  const [left, right] = [a, b].map((text) => text.split('\n').filter((line) => line !== ''));
  const only = (lines: readonly string[] = [], others: readonly string[] = []) =>
    lines.filter((line) => !others.includes(line));
  return { a: only(left, right), b: only(right, left) };
}

/** The words of the answer to a question, as they are now. */
function answerText({ body }: Interview, question: string): string {
  const pair = pairsOf(body).find((each) => each.question.id === question);
  const said = (pair?.answers ?? []).filter(({ kind }) => kind === 'answer' || kind === 'list' || kind === 'paragraph');
  return said
    .flatMap((block) => textsOfBlock(block).map(({ text }) => plainText(text)))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** Marks of open proposals from behind a question up to the next: a deleted paragraph waits in the block behind it. */
export function marksAround(piece: Interview, question: string): readonly SuggestionMark[] {
  const { body, suggestions } = piece;
  const from = body.findIndex(({ id }) => id === question) + 1;
  if (from === 0) return [];
  const behind = body.findIndex(({ kind }, at) => at >= from && (kind === 'question' || kind === 'closing'));
  const end = behind < 0 ? body.length : behind;
  const own = body.slice(from, end).flatMap((block) => [...weavesOf(block), ...movesOf(block)]);
  const next = body[end];
  const waiting = next && next.kind !== 'unknown' ? (next.suggestions?.['text'] ?? []) : (suggestions?.tail ?? []);
  const before = waiting.slice(0, next ? waiting.findLastIndex((item) => 'end' in item && !item.del) : undefined);
  const deleted = before.slice(0, before.findLastIndex((item) => 'end' in item) + 1);
  return [...own, ...deleted.flatMap(marksOf)];
}

function weavesOf(block: Block): readonly SuggestionMark[] {
  if (block.kind === 'unknown') return [];
  return Object.values(block.suggestions ?? {}).flatMap((weave) => weave.flatMap(marksOf));
}

function movesOf(block: Block): readonly SuggestionMark[] {
  return block.kind !== 'unknown' && block.moved ? [block.moved] : [];
}
