import type { Template } from './template';

/** Hỏi chuyên gia: one difficult matter made plain, with Hỏi and Đáp before the speeches and a box of figures. */
export const expert: Template = {
  id: 'expert',
  language: 'vi',
  labels: 'words',
  variables: [
    { id: 'paper', label: 'tên báo', example: 'Báo Cao Nguyên' },
    { id: 'topic', label: 'vấn đề', example: 'nước ngầm tụt vì giếng khoan' },
    { id: 'honorific', label: 'học hàm', example: 'TS' },
    { id: 'name', label: 'họ tên', example: 'Lê Thu Phong' },
    { id: 'office', label: 'nơi công tác', example: 'Viện Tài nguyên nước miền cao' },
    { id: 'journalist', label: 'phóng viên', example: 'Trần Hạ Miên' },
  ],
  head: { kicker: 'Hỏi chuyên gia', paper: '{{tên báo}}' },
  people: [
    { part: 'interviewee', name: '{{họ tên}}', honorific: '{{học hàm}}', office: '{{nơi công tác}}' },
    { part: 'interviewer', name: '{{phóng viên}}' },
  ],
  byline: [{ name: '{{phóng viên}}', role: 'ghi' }],
  body: [
    {
      kind: 'paragraph',
      text: '{{học hàm}} {{họ tên}} ({{nơi công tác}}) giải thích với {{tên báo}} về {{vấn đề}}.',
      prompt: 'Đoạn dẫn: vì sao bạn đọc cần biết việc này lúc này',
    },
    { kind: 'question', prompt: 'Chuyện gì đang xảy ra, nói cho người chưa biết gì?' },
    { kind: 'answer', prompt: 'Đáp: một ví dụ gần gũi trước, thuật ngữ sau' },
    { kind: 'question', prompt: 'Vì sao lại như vậy?' },
    { kind: 'answer', prompt: 'Đáp: nguyên nhân, bằng chứng' },
    { kind: 'photo', span: 2, prompt: 'Ảnh hoặc hình vẽ cho thấy sự việc' },
    { kind: 'question', prompt: 'Ai chịu ảnh hưởng, ở đâu, bao nhiêu?' },
    { kind: 'answer', prompt: 'Đáp: con số có nguồn' },
    { kind: 'box', heading: 'Những con số cần nhớ', prompt: 'Mỗi con số một dòng, kèm nguồn' },
    { kind: 'question', prompt: 'Bạn đọc nên làm gì từ ngày mai?' },
    { kind: 'answer', prompt: 'Đáp: lời khuyên làm được ngay' },
    { kind: 'closing', text: 'Xin cảm ơn {{học hàm}} {{họ tên}}!' },
  ],
  comments: true,
};
