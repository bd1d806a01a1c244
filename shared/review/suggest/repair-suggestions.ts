import { formatByline } from '../../interview/byline';
import { equalData } from '../../interview/equal';
import type { BlockRest, PieceSuggestions } from '../../interview/suggestions';
import { joinRuns, makeRun, toText } from '../../interview/text';
import type { Block, Interview } from '../../interview/types';
import { openWeave, paragraphOf, restOfBlock, stretchOf, withStretch } from './body';
import { isListPart, textsOfPart } from './part-texts';
import { updateWeave } from './update';
import { currentOf, isEnd, type Mark, type Paragraph, type Weave } from './weave';

/** What was changed outside of Galley has no author that we know of. */
export const UNKNOWN_AUTHOR = '?';

export interface RepairedSuggestions {
  readonly interview: Interview;
  /** In how many texts the proposals had to be brought up from the words. */
  readonly repaired: number;
}

/**
 * Proposals tell the text as it is and as it was; one that another program has changed without them is found by that, and what
 * it changed becomes a proposal of an unknown author. A piece whose proposals are right comes back as the same object.
 */
export function repairSuggestions(interview: Interview, mark: Omit<Mark, 'by'>): RepairedSuggestions {
  let repaired = 0;
  const right = (weave: Weave, next: readonly Paragraph[], restOf?: (id: string) => BlockRest | undefined): Weave => {
    const whole = withEnd(weave, next);
    if (whole === weave && equalData(currentOf(weave).map(said), next.map(said))) return weave;
    repaired += 1;
    return updateWeave(whole, next, { ...mark, id: `${mark.id}-${repaired}`, by: UNKNOWN_AUTHOR }, restOf);
  };
  const body = interview.body.map((block) => repairBlock(block, right));
  const suggestions = repairFields(interview, right);
  return repaired === 0 ? { interview, repaired } : { interview: { ...interview, body, ...suggestions }, repaired };
}

type Right = (weave: Weave, next: readonly Paragraph[], restOf?: (id: string) => BlockRest | undefined) => Weave;

/** A weave ends with a living paragraph; one that somebody cut short gets the last one that is there. */
function withEnd(weave: Weave, next: readonly Paragraph[]): Weave {
  const last = weave.at(-1);
  const paragraph = next.at(-1);
  if (!paragraph || (last && isEnd(last) && !last.del)) return weave;
  return [...weave, { end: { id: paragraph.id, kind: paragraph.kind, base: paragraph.id } }];
}

/** What has to agree: words and look, and the kind of the paragraph. */
function said({ kind, text }: Paragraph) {
  return { kind, text: joinRuns(text.map((run) => makeRun(run.text, run.marks, run.link))) };
}

function repairBlock(block: Block, right: Right): Block {
  if (block.kind === 'unknown' || !block.suggestions) return block;
  let next: Block = block;
  if (block.suggestions['text']) {
    const restOf = (id: string) => (id === block.id ? restOfBlock(block) : undefined);
    next = withStretch(block, openWeave(right(stretchOf(block), [paragraphOf(block)], restOf)));
  }
  const parts: Record<string, Weave> = {};
  for (const [part, weave] of Object.entries(block.suggestions)) {
    if (part === 'text') continue;
    const open = openWeave(right(weave, partTexts(block, part)));
    if (open) parts[part] = open;
  }
  const stretch = next.kind === 'unknown' ? undefined : next.suggestions?.['text'];
  const all = { ...(stretch ? { text: stretch } : {}), ...parts };
  const { suggestions: _old, ...rest } = next as Exclude<Block, { kind: 'unknown' }>;
  return (Object.keys(all).length > 0 ? { ...rest, suggestions: all } : rest) as Block;
}

/** The texts of one part of a block, as its weave knows them. */
export function partTexts(block: Block, part: string): readonly Paragraph[] {
  const texts = textsOfPart(block, part) ?? (isListPart(part) ? [] : [[]]);
  return texts.map((text, at) => ({ id: isListPart(part) ? String(at) : part, kind: part, text }));
}

function repairFields(interview: Interview, right: Right): Pick<Interview, 'suggestions'> {
  const { suggestions } = interview;
  if (!suggestions) return {};
  const next: Record<string, unknown> = { ...suggestions };
  for (const part of ['kicker', 'headline', 'standfirst', 'byline'] as const) {
    const weave = suggestions[part];
    if (!weave) continue;
    const text = part === 'byline' ? toText(formatByline(interview.byline)) : (interview[part] ?? []);
    const open = openWeave(right(weave, [{ id: part, kind: part, text }]));
    if (open) next[part] = open;
    else delete next[part];
  }
  return Object.keys(next).length > 0 ? { suggestions: next as PieceSuggestions } : {};
}
