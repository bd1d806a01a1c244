import type { Interview } from '../../shared/interview/types';
import {
  a,
  answer,
  box,
  byline,
  closing,
  fields,
  interview,
  kicker,
  list,
  p,
  person,
  photo,
  photoFile,
  pullQuote,
  q,
  standfirst,
  subhead,
  teaser,
  title,
} from './builders';

/** Every kind of block with the characters that XML, tagged text and spreadsheets trip over. */
export function handOffPiece(): Interview {
  return interview(
    fields({ language: 'vi', labels: 'names' }),
    person({ id: 'xuan', name: 'H’Nhung Êban', shortName: 'H’Nhung', honorific: 'bà', part: 'interviewee' }),
    kicker('Chuyện làng'),
    title('Giữ nước & giữ “rừng” <Ea Sương>'),
    standfirst('Ba mùa khô liền, cả buôn tưới ít hơn một nửa.'),
    photoFile({ id: 'ho', file: `${'a'.repeat(64)}.jpg`, width: 3000, height: 2000, name: 'hồ nước.jpg' }),
    p([
      { text: 'Mở đầu có ' },
      { text: 'chữ đậm', marks: ['bold'] },
      { text: ' và m' },
      { text: '3', marks: ['superscript'] },
    ]),
    photo({ photoId: 'ho', caption: 'Hồ Ea Sương ]]> đầu mùa', credit: 'Ảnh: Lê Vũ', alt: 'Mặt hồ xanh' }),
    q('Vì sao <?aid bỏ tưới tràn?'),
    a('Vì sợ \\ hết nước &#0; rồi.', 'Đoạn hai có e\u0301 tổ hợp.'),
    pullQuote('Người ta tin cái cân', 'Bà H’Nhung'),
    subhead('Nước là của chung'),
    q('Chia nước thế nào?'),
    answer([{ text: 'Theo ' }, { text: 'sổ', marks: ['bold', 'italic'] }, { text: '.' }]),
    { ...list('Một', 'Hai'), ordered: true },
    box('Con số', 'Thành viên: 146 hộ'),
    closing('Trân trọng cảm ơn bà!'),
    byline('Trần Hạ Miên', 'thực hiện'),
    teaser('Một ngày theo con nước', { label: 'E-magazine', text: 'Từ khe đá ra rẫy.' }),
  );
}
