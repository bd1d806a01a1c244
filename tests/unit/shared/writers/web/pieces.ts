import { asText, emptyInterview } from '../../../../../shared/interview/build';
import type { Block, Interview, Photo, PhotoBlock, Text } from '../../../../../shared/interview/types';

/** A piece with these blocks and nothing else unless told. */
export function piece(body: readonly Block[], fields: Partial<Interview> = {}): Interview {
  return { ...emptyInterview('vi'), headline: asText('Giữ rừng từ gốc'), ...fields, body };
}

let count = 0;
const id = () => `t${++count}`;

export const paragraph = (text: string | Text): Block => ({ kind: 'paragraph', id: id(), text: asText(text) });
export const subhead = (text: string): Block => ({ kind: 'subhead', id: id(), text: asText(text) });
export const question = (text: string, speaker?: string): Block => ({
  kind: 'question',
  id: id(),
  text: asText(text),
  ...(speaker ? { speaker } : {}),
});
export const answer = (text: string | Text, speaker?: string): Block => ({
  kind: 'answer',
  id: id(),
  text: asText(text),
  ...(speaker ? { speaker } : {}),
});
export const closing = (text: string): Block => ({ kind: 'closing', id: id(), text: asText(text) });
export const pullQuote = (quote: string, attribution = ''): Block => ({
  kind: 'pullQuote',
  id: id(),
  quote: asText(quote),
  attribution: asText(attribution),
});
export const box = (heading: string, ...paragraphs: readonly string[]): Block => ({
  kind: 'box',
  id: id(),
  heading: asText(heading),
  paragraphs: paragraphs.map(asText),
});
export const list = (ordered: boolean, ...items: readonly string[]): Block => ({
  kind: 'list',
  id: id(),
  ordered,
  items: items.map(asText),
});
export const photoBlock = (fields: Partial<PhotoBlock> = {}): PhotoBlock => ({
  kind: 'photo',
  id: id(),
  span: 2,
  caption: [],
  credit: [],
  alt: '',
  ...fields,
});

/** A photo whose hash is one repeated digit. */
export function photo(name: string, width = 1800, height = 1200, digit = 'a'): Photo {
  return { id: name, file: `${digit.repeat(64)}.jpg`, width, height };
}

/** Every kind of block, every field, both comments and a teaser: what the golden page is made of. */
export function fullPiece(): Interview {
  return piece(
    [
      paragraph('Nhân Ngày Quốc tế về rừng, phóng viên trò chuyện với bà Hoa.'),
      photoBlock({
        photoId: 'rung',
        span: 4,
        caption: asText('Bà Hoa đi tuần rừng.'),
        credit: asText('Ảnh: Minh An'),
        alt: 'Một phụ nữ đội nón đi giữa hai hàng cây cao',
      }),
      question('Bà bắt đầu giữ rừng từ khi nào?'),
      answer([
        { text: 'Từ năm ' },
        { text: '1998', marks: ['bold'] },
        { text: ', khi rừng còn dưới 10 km' },
        { text: '2', marks: ['superscript'] },
        { text: '.' },
      ]),
      answer([
        { text: 'Xem thêm ' },
        { text: 'báo cáo', marks: ['italic'], link: 'https://example.org/bao-cao?a=1&b=2' },
        { text: '.' },
      ]),
      pullQuote('Rừng còn thì suối còn.', 'Bà Hoa'),
      subhead('Chuyện hôm nay'),
      question('Khó nhất bây giờ là gì?'),
      answer('Có ba việc:'),
      list(true, 'giữ người', 'giữ đất', 'giữ nước'),
      box('Rừng cộng đồng', 'Cả xã có 1.200 ha rừng.', 'Mười hai tổ thay nhau đi tuần.'),
      closing('*Trân trọng cảm ơn bà!'),
    ],
    {
      kicker: asText('Chuyện người giữ rừng'),
      standfirst: asText('Hai mươi năm, một người và một cánh rừng.'),
      published: '2026-03-21T07:05+07:00',
      paper: 'Báo Thử',
      section: 'Xã hội',
      issue: 'Số 12',
      labels: 'names',
      people: [
        {
          id: 'p1',
          name: 'Trần Thị Hoa',
          shortName: 'Hoa',
          honorific: 'bà',
          role: 'Tổ trưởng',
          office: 'Tổ giữ rừng',
          part: 'interviewee',
        },
      ],
      byline: [{ name: 'Minh An', role: 'thực hiện' }],
      photos: [photo('rung', 1800, 1200)],
      teasers: [
        {
          heading: 'Một ngày ở trạm kiểm lâm',
          label: 'E-magazine',
          text: 'Phóng sự ảnh.',
          link: 'https://example.org/tram',
        },
      ],
      comments: true,
    },
  );
}
