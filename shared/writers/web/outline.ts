import { isBlankBlock } from '../blank-block';
import type { Block, Question, Subhead } from '../../interview/types';

/** The body as a page needs it: sections that a screen reader can walk by their headings. */
export type Part =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'pair'; readonly question: Question; readonly parts: readonly Part[] }
  | { readonly kind: 'chapter'; readonly subhead: Subhead; readonly parts: readonly Part[] };

/**
 * Blocks without words are left out. A subhead with a question right after it opens a chapter and ranks above that question;
 * any other subhead ranks below the question it stands under. The closing belongs to no pair.
 */
export function outlineOf(body: readonly Block[]): readonly Part[] {
  const blocks = body.filter((block) => !isBlankBlock(block));
  const top: Part[] = [];
  let chapter: Part[] = top;
  let open: Part[] = top;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === 'question') {
      open = [];
      chapter.push({ kind: 'pair', question: block, parts: open });
    } else if (block.kind === 'subhead' && (next?.kind === 'question' || open === top)) {
      chapter = open = [];
      top.push({ kind: 'chapter', subhead: block, parts: chapter });
    } else if (block.kind === 'closing') {
      chapter = open = top;
      top.push({ kind: 'block', block });
    } else {
      open.push({ kind: 'block', block });
    }
  });
  return top;
}
