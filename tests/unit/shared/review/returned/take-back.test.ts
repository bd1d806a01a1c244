import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../../shared/interview/build';
import { toText } from '../../../../../shared/interview/text';
import type { Block, Interview } from '../../../../../shared/interview/types';
import { proposeChange } from '../../../../../shared/review/propose';
import { takeBack } from '../../../../../shared/review/returned/take-back';
import {
  a,
  box,
  closing,
  interview,
  kicker,
  list,
  p,
  photo,
  photoFile,
  pullQuote,
  q,
  standfirst,
  title,
  byline,
} from '../../../../support/builders';
import { docxParts, readBack } from '../../../../support/docx';

const MINE = { id: 'm1', by: 'Phan Thị Mơ', at: Date.UTC(2026, 10, 20, 9, 0, 0) };
const OPTIONS = { mint: countingMint('n'), by: 'H’Nhung Êban', at: Date.UTC(2026, 10, 21) };

function piece(): Interview {
  return interview(
    kicker('Chuyện làng'),
    title('Giữ giọt nước cho mùa sau'),
    standfirst('Ba mùa khô liền buôn tưới ít hơn.'),
    photoFile({ id: 'ho', file: `${'a'.repeat(64)}.jpg`, width: 30, height: 20 }),
    p('Nhân mười năm hợp tác xã, phóng viên đã trò chuyện với bà.'),
    photo({ photoId: 'ho', caption: 'Hồ đầu mùa khô.', credit: 'Ảnh: Lê Vũ', alt: 'Mặt hồ' }),
    q('Vì sao bà con bỏ tưới tràn?'),
    a('Vì sợ hết nước. Con suối này nuôi ba đời.', 'Chúng tôi bắt đầu bằng một cuốn sổ.'),
    list('Một', 'Hai'),
    pullQuote('Người ta tin cái cân', 'Bà H’Nhung'),
    box('Con số', 'Thành viên: 146 hộ'),
    q('Chia nước thế nào?'),
    a('Theo sổ của buôn.'),
    closing('Trân trọng cảm ơn bà!'),
    byline('Trần Hạ Miên', 'thực hiện'),
  );
}

describe('a document that comes back', () => {
  it('unchanged changes nothing', () => {
    const start = piece();
    const back = takeBack(start, readBack(docxParts(start)), OPTIONS);
    expect(back.remarks).toEqual([]);
    expect(back.changes).toBe(0);
    expect(back.interview).toEqual(start);
  });

  it('whose words somebody here changed too: both are told, and what the document says is proposed', () => {
    const base = piece();
    const said = (text: string): Interview => ({
      ...base,
      body: base.body.map((block) => (block.id === 'b4' ? { ...block, text: toText(text) } : block) as Block),
    });
    const ours = said('Vì sợ suối cạn. Con suối này nuôi ba đời.');
    const document = readBack(docxParts(base), (xml) => xml.replace('Vì sợ hết nước.', 'Vì sợ khát.'));
    const back = takeBack(ours, document, { ...OPTIONS, base });
    expect(back.remarks).toMatchObject([{ rule: 'docx-both-changed', place: { block: 'b4' } }]);
    const block = back.interview.body.find(({ id }) => id === 'b4');
    expect(block).toMatchObject({ text: [{ text: 'Vì sợ khát. Con suối này nuôi ba đời.' }] });
    expect(JSON.stringify(block)).toContain('suối cạn');
  });

  it('with a paragraph that was cut, and put elsewhere seconds later, tells one move', () => {
    const start = piece();
    const ids = start.body.map(({ id }) => id);
    const body = start.body.toSpliced(4, 1).toSpliced(3, 0, start.body[4] as Block);
    const moved = readBack(docxParts(proposeChange(start, { ...start, body }, MINE)), (xml) => {
      expect(xml).toContain('<w:moveFrom ');
      return xml.replaceAll(/(<w:moveFrom(?:RangeStart)? [^>]*w:date=")[^"]*/g, '$12026-11-20T08:59:52Z');
    });
    const back = takeBack(start, moved, OPTIONS);
    expect(back.changes).toBe(1);
    expect(back.interview.body.map(({ id }) => id)).toEqual(body.map(({ id }) => id));
    expect(back.interview.suggestions?.order).toEqual(ids);
    expect(back.interview.body.filter((block) => block.kind !== 'unknown' && block.suggestions)).toEqual([]);
  });

  it('with its own proposals changes nothing', () => {
    const start = piece();
    const next: Interview = {
      ...start,
      headline: toText('Giữ từng giọt nước cho mùa sau'),
      body: start.body.map((block) =>
        block.kind === 'answer' && block.id === 'b4'
          ? { ...block, text: [{ text: 'Vì sợ cạn nước. Con suối nuôi ba đời người.' }] }
          : block,
      ),
    };
    const proposed = proposeChange(start, next, MINE);
    const back = takeBack(proposed, readBack(docxParts(proposed)), OPTIONS);
    expect(back.remarks).toEqual([]);
    expect(back.interview).toEqual(proposed);
  });
});
