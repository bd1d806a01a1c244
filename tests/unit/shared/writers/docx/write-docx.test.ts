import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { proposeChange } from '../../../../../shared/review/propose';
import type { Interview } from '../../../../../shared/interview/types';
import { toText } from '../../../../../shared/interview/text';
import { docxParts } from '../../../../support/docx';
import { handOffPiece } from '../../../../support/hand-off-piece';

function reviewed(): Interview {
  const piece = handOffPiece();
  const next: Interview = {
    ...piece,
    headline: toText('Giữ nước, giữ rừng'),
    body: [
      ...piece.body.slice(0, 3),
      {
        kind: 'answer',
        id: 'b4',
        text: [{ text: 'Vì sợ ' }, { text: 'cạn', marks: ['bold'] }, { text: ' nước rồi.' }],
      },
      ...piece.body.slice(5),
    ],
  };
  const proposed = proposeChange(piece, next, { id: 'm', by: 'Phan Thị Mơ', at: Date.UTC(2026, 10, 20, 9) });
  return {
    ...proposed,
    body: proposed.body.map((block) =>
      block.id === 'b3' && block.kind === 'question'
        ? { ...block, text: [{ text: 'Vì sao', threads: ['t1'] }, { text: ' <?aid bỏ tưới tràn?' }] }
        : block,
    ),
    threads: [
      {
        id: 't1',
        anchor: { kind: 'words', place: { block: 'b3', part: 'text' } },
        quote: 'Vì sao',
        comments: [
          { id: 'c1', by: 'Phan Thị Mơ', at: Date.UTC(2026, 10, 20, 9, 5), text: 'Hỏi gọn hơn?' },
          { id: 'c2', by: 'Trần Hạ Miên', at: Date.UTC(2026, 10, 20, 9, 9), text: 'Vâng.\n@Phan Thị Mơ xem lại nhé' },
        ],
      },
    ],
  };
}

describe('a document', () => {
  it.each([
    ['clean', handOffPiece()],
    ['review', reviewed()],
  ])('%s is the golden one, part by part, and each is XML', async (name, piece) => {
    for (const { path, contents } of docxParts(piece)) {
      if (typeof contents !== 'string') continue;
      new DOMParser({ onError: onErrorStopParsing }).parseFromString(contents, 'text/xml');
      if (name === 'review' && !/document|comments/.test(path)) continue;
      const file = path
        .replaceAll('/', '-')
        .replace(/[[\]]/g, '')
        .replace(/\.rels$/, '-rels.xml');
      await expect(`${contents.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
        `../../../../golden/docx/${name}/${file}`,
      );
    }
  });
});
