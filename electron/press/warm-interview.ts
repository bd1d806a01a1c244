import { emptyInterview } from '../../shared/interview/build';
import { toText } from '../../shared/interview/text';
import type { Block, Interview } from '../../shared/interview/types';

const SENTENCE = 'Câu này chỉ để làm nóng máy in: không ai đọc nó, và nó không đứng trên trang báo nào. ';

/** A page's worth of text with every kind of block that is set in a way of its own, and no pictures. */
export function warmInterview(): Interview {
  const pairs = Array.from({ length: 6 }, (_, pair): readonly Block[] => [
    { kind: 'question', id: `q${pair}`, text: toText(SENTENCE.trim()) },
    { kind: 'answer', id: `a${pair}`, text: toText(SENTENCE.repeat(6).trim()) },
  ]);
  return {
    ...emptyInterview('vi'),
    headline: toText(SENTENCE.slice(0, 38)),
    standfirst: toText(SENTENCE),
    body: [
      ...pairs.flat(),
      { kind: 'pullQuote', id: 'quote', quote: toText(SENTENCE), attribution: [] },
      { kind: 'box', id: 'box', heading: toText('Khung'), paragraphs: [toText(SENTENCE)] },
      { kind: 'closing', id: 'closing', text: [{ text: SENTENCE, marks: ['italic'] }] },
    ],
  };
}
