import { warning, note, type Remark } from '../../checks/remark';
import type { MintId } from '../../interview/build';
import { toText, plainText } from '../../interview/text';
import type { Answer, Block, LabelStyle, Question } from '../../interview/types';
import { sameWords } from '../../text/fold';
import { readCaption } from './captions';
import { findLabels } from './labels';
import { isQuestion, isSubhead } from './questions';

/** By block id, the label that stood before the speech, and the office within it. */
export type Spoken = ReadonlyMap<string, SpokenLabel>;

export interface SpokenLabel {
  readonly label: string;
  readonly office?: string;
}

export interface Speeches {
  readonly blocks: readonly Block[];
  readonly labels: LabelStyle;
  readonly spoken: Spoken;
  readonly remarks: readonly Remark[];
}

/** What a source knows of its paragraphs beyond their words: which are set as questions, and which as headings. */
export interface SpeechHints {
  readonly questions?: ReadonlySet<string>;
  readonly subheads?: ReadonlySet<string>;
}

type Told =
  | { readonly kind: 'asks' | 'answers'; readonly text: string; readonly label?: SpokenLabel }
  | { readonly kind: 'plain'; readonly text: string };

/**
 * The body of an article as blocks: what introduces it, photos, questions, answers, subheads. `introduced` is the name
 * that the introduction presents, for captions that give it.
 */
export function readSpeeches(
  lines: readonly string[],
  introduced: string | null,
  mint: MintId,
  { questions, subheads }: SpeechHints = {},
): Speeches {
  const labels = findLabels(lines);
  const marks = labels ? null : findMarks(lines);
  const remarks: Remark[] = [];
  const blocks: Block[] = [];
  const spoken = new Map<string, SpokenLabel>();
  let labelsTaken = 0;
  let speaking = null as { readonly asks: boolean } | null;

  const tell = (line: string): Told => {
    if (labels) {
      const speech = labels.read(line);
      return speech
        ? {
            kind: speech.asks ? 'asks' : 'answers',
            text: speech.text,
            label: { label: speech.label, ...(speech.office ? { office: speech.office } : {}) },
          }
        : { kind: 'plain', text: line };
    }
    if (marks) {
      const mark = /^([*•–—-])\s*(?=\S)/.exec(line);
      if (mark) labelsTaken++;
      return mark
        ? { kind: mark[1] === '*' || mark[1] === '•' ? 'asks' : 'answers', text: line.slice(mark[0].length) }
        : { kind: 'plain', text: line };
    }
    const asks = questions ? questions.has(line) : isQuestion(line, speaking !== null);
    return asks ? { kind: 'asks', text: line } : { kind: 'plain', text: line };
  };

  const speak = (asks: boolean, text: string, label?: SpokenLabel) => {
    const last = blocks.at(-1);
    if (asks && last?.kind === 'question' && label === undefined && (labels || marks)) {
      // A question of two paragraphs: two question blocks would make a pair without an answer.
      blocks[blocks.length - 1] = { ...last, text: toText(`${plainText(last.text)} ${text}`.trim()) };
    } else {
      const block: Question | Answer = { kind: asks ? 'question' : 'answer', id: mint(), text: toText(text) };
      blocks.push(block);
      if (label !== undefined) spoken.set(block.id, label);
    }
    speaking = { asks };
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const next = lines[at + 1];
    const photo = photoAt(line, next, speaking ? null : introduced, mint);
    if (photo) {
      blocks.push(photo.block);
      remarks.push(...photo.remarks);
      if (photo.lines === 2) at++;
      continue;
    }
    const told = tell(line);
    if (told.kind !== 'plain') {
      if (told.label !== undefined) labelsTaken++;
      // A label alone on its line belongs to the line below.
      const own = told.text !== '' || next === undefined ? told.text : next;
      if (own !== told.text) at++;
      speak(told.kind === 'asks', own, told.label);
    } else if (subheads?.has(line)) {
      blocks.push({ kind: 'subhead', id: mint(), text: toText(line) });
    } else if (!speaking) {
      blocks.push({ kind: 'paragraph', id: mint(), text: toText(line) });
    } else if (!subheads && blocks.at(-1)?.kind === 'answer' && next !== undefined && isSubhead(line)) {
      blocks.push({ kind: 'subhead', id: mint(), text: toText(line) });
    } else if (speaking.asks && (labels || marks) && /\?[”"]?$/.test(line)) {
      speak(true, line);
    } else {
      speak(false, line);
      const answer = blocks.at(-1);
      const before = blocks.findLast((block) => block.kind === 'answer' && block !== answer);
      // A later paragraph of the same answer: its speaker is the one before, so that it does not turn into somebody else's.
      const label = before && blocks.at(-2)?.kind !== 'question' ? spoken.get(before.id) : undefined;
      if (answer && label !== undefined) spoken.set(answer.id, label);
    }
  }
  if (labelsTaken > 0) remarks.push(note(labels ? 'labels-taken' : 'ornaments-taken', { count: labelsTaken }));
  return { blocks, labels: labels?.style ?? 'plain', spoken, remarks };
}

/** Pages that set a star before each question and a dash before each answer. */
function findMarks(lines: readonly string[]): boolean | null {
  const stars = lines.filter((line) => /^[*•]\s*\S/.test(line));
  const dashes = lines.filter((line) => /^[–—-]\s+\S/.test(line));
  const asking = stars.filter((line) => /\?[”"]?$/.test(line));
  return stars.length >= 2 && dashes.length >= 2 && asking.length >= stars.length * 0.6 ? true : null;
}

/** A page gives a photo as its caption twice (alt text and caption), as a caption that names the photographer, or under a portrait. */
function photoAt(
  line: string,
  next: string | undefined,
  introduced: string | null,
  mint: MintId,
): { readonly block: Block; readonly lines: 1 | 2; readonly remarks: readonly Remark[] } | null {
  const [first, second] = [readCaption(line), next === undefined ? null : readCaption(next)];
  const words = (text: string | undefined, parts: ReturnType<typeof readCaption>) => parts?.caption ?? text ?? '';
  const twice = next !== undefined && line.length <= 400 && sameWords(words(line, first), words(next, second));
  // Before the first question a short line with the name of the one who answers is what stood under the portrait.
  const portrait = introduced !== null && line.split(' ').length <= 16 && line.includes(introduced);
  if (!twice && !first && !portrait) return null;
  const parts = first ?? (twice ? second : null);
  const id = mint();
  const block: Block = {
    kind: 'photo',
    id,
    span: 2,
    caption: toText(parts?.caption ?? line),
    credit: toText(parts?.credit ?? ''),
    // The alt text of the page was the caption again: of no use to those who hear both.
    alt: '',
  };
  const place = { block: id, part: 'caption' };
  const remarks = [...(twice ? [note('caption-repeated', {}, place)] : []), warning('picture-missing', {}, place)];
  return { block, lines: twice ? 2 : 1, remarks };
}
