import type { DocumentContent, ManuscriptParagraph, NotePart } from '../../writers/docx/content';
import { ROUND_STYLES } from '../../writers/docx/looks';
import { spansOfText } from '../../writers/docx/spans';
import type { RoundContent } from './round-content';

/** The document of a round: a letter, then each question locked and its answers open under it. */
export function roundDocument({ title, letter, pairs, questionLabel }: RoundContent): readonly DocumentContent[] {
  const note = (style: string, text: string): NotePart => ({ kind: 'note', style, spans: [{ text, look: '' }] });
  let lists = 0;
  return [
    {
      kind: 'locked',
      tag: 'galley-letter',
      parts: [note(ROUND_STYLES.title, title), ...letter.map((line) => note(ROUND_STYLES.note, line))],
    },
    ...pairs.flatMap(({ number, question, answers }): readonly DocumentContent[] => {
      const asked: ManuscriptParagraph = {
        kind: 'paragraph',
        style: 'question',
        styleId: ROUND_STYLES.lockedQuestion,
        place: { block: question.id, part: 'text' },
        label: questionLabel(number),
        spans: spansOfText(question.text),
      };
      const said = answers.flatMap((block): readonly ManuscriptParagraph[] => {
        if (block.kind === 'list') {
          lists++;
          const list = { ordered: block.ordered, group: lists };
          return block.items.map((item, index) => ({
            kind: 'paragraph',
            style: 'listItem',
            place: { block: block.id, part: 'items', index },
            spans: spansOfText(item),
            list,
          }));
        }
        if (block.kind !== 'answer' && block.kind !== 'paragraph') return [];
        const place = { block: block.id, part: 'text' };
        return [{ kind: 'paragraph', style: 'answer', place, spans: spansOfText(block.text) }];
      });
      return [{ kind: 'locked', tag: `galley-question-${number}`, parts: [asked] }, ...said];
    }),
  ];
}
