import type { Remark } from '../../checks/remark';
import { note } from '../../checks/remark';
import type { Block, Interview } from '../../interview/types';
import type { Manuscript, ManuscriptParagraph, ManuscriptPart } from './content';
import { baseSpans, livingSpans } from './spans';

/** Shows each proposed move at both of its places: where the block stood, and where it stands. */
export function withMoves(parts: readonly ManuscriptPart[], interview: Interview): Manuscript {
  const remarks: Remark[] = [];
  let out: readonly ManuscriptPart[] = parts;
  let count = 0;
  for (const block of interview.body) {
    if (block.kind === 'unknown' || !block.moved) continue;
    const { after, ...mark } = block.moved;
    const own = (part: ManuscriptPart) => blockOf(part) === block.id;
    const paragraphs = out.filter(own);
    if (!paragraphs.every(isUnsplit)) {
      remarks.push(note('docx-move-shown-done', {}, { block: block.id, part: 'block' }));
      continue;
    }
    const name = `galley-move-${++count}`;
    const from = paragraphs.map((part): ManuscriptParagraph => ({
      ...part,
      place: null,
      spans: baseSpans(part.spans),
      move: { mark, name, way: 'from' },
    }));
    const to = paragraphs.map((part): ManuscriptParagraph => ({
      ...part,
      spans: livingSpans(part.spans),
      move: { mark, name, way: 'to' },
    }));
    const rest = [...out];
    rest.splice(out.findIndex(own), paragraphs.length, ...to);
    rest.splice(placeBehind(rest, after, interview), 0, ...from);
    out = rest;
  }
  return { parts: out, remarks };
}

function isUnsplit(part: ManuscriptPart): part is ManuscriptParagraph {
  return part.kind === 'paragraph' && !part.ins && !part.del && part.place?.part === 'text';
}

function blockOf(part: ManuscriptPart): string | undefined {
  return part.kind === 'picture' ? part.block.id : part.place?.block;
}

function placeBehind(parts: readonly ManuscriptPart[], after: string | null, { body }: Interview): number {
  const known = new Set(body.map(({ id }: Block) => id));
  const first = parts.findIndex((part) => known.has(blockOf(part) ?? ''));
  if (after === null) return Math.max(first, 0);
  const last = parts.findLastIndex((part) => blockOf(part) === after);
  return last < 0 ? Math.max(first, 0) : last + 1;
}
