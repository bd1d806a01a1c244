import { createHash } from 'node:crypto';
import { asText, emptyInterview } from '../../../../shared/interview/build';
import type { Block, Interview, Text } from '../../../../shared/interview/types';

export const sha = (text: string) => createHash('sha256').update(text).digest('hex');

export const question = (id: string, text: string | Text): Block => ({ kind: 'question', id, text: asText(text) });
export const answer = (id: string, text: string | Text): Block => ({ kind: 'answer', id, text: asText(text) });
export const paragraph = (id: string, text: string | Text): Block => ({ kind: 'paragraph', id, text: asText(text) });

/** A small piece: an occasion, two pairs, a photo, thanks. */
export function smallPiece(fields: Partial<Interview> = {}): Interview {
  return {
    ...emptyInterview('vi'),
    headline: asText('Giữ nước cho mùa khô'),
    standfirst: asText('Một hồ nhỏ, ba thôn cùng trông.'),
    byline: [{ name: 'Lê Hảo', role: 'thực hiện' }],
    people: [{ id: 'p1', name: 'Y Brông', honorific: 'ông', office: 'Tổ thủy lợi', part: 'interviewee' }],
    photos: [{ id: 'ho', file: `${'a'.repeat(64)}.jpg`, width: 1200, height: 800, name: 'DSC_1.jpg' }],
    body: [
      paragraph('p', 'Mùa khô năm nay đến sớm, phóng viên gặp ông Y Brông bên hồ.'),
      question('q1', 'Nước hồ năm nay thế nào, thưa ông?'),
      answer('a1', 'Thấp hơn năm ngoái hai gang tay. Bà con đã bắt đầu tưới luân phiên từ tháng giêng.'),
      {
        kind: 'photo',
        id: 'f',
        photoId: 'ho',
        span: 2,
        caption: asText('Hồ thôn Ba.'),
        credit: asText('Ảnh: Lê Hảo'),
        alt: 'Một hồ nước cạn',
      },
      question('q2', 'Việc khó nhất bây giờ là gì?'),
      answer('a2', 'Là chia nước cho công bằng giữa ba thôn.'),
      { kind: 'closing', id: 'c', text: asText('Trân trọng cảm ơn ông!') },
    ],
    ...fields,
  };
}

/** The piece with one block made anew. */
export function withBlock(interview: Interview, id: string, change: (block: Block) => Block): Interview {
  return { ...interview, body: interview.body.map((block) => (block.id === id ? change(block) : block)) };
}

export function withText(interview: Interview, id: string, text: string | Text): Interview {
  return withBlock(interview, id, (block) => ({ ...block, text: asText(text) }) as Block);
}
