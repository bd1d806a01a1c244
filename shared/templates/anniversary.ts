import type { Template } from './template';

/** Phỏng vấn một cán bộ nhân một ngày kỷ niệm: the kind of the provincial party papers; bold questions without labels. */
export const anniversary: Template = {
  id: 'anniversary',
  language: 'vi',
  labels: 'plain',
  variables: [
    { id: 'paper', label: 'tên báo', example: 'Báo Cao Nguyên' },
    { id: 'occasion', label: 'dịp', example: 'kỷ niệm 30 năm Ngày thành lập hợp tác xã' },
    { id: 'date', label: 'ngày', example: '20-11-1996 - 20-11-2026' },
    { id: 'honorific', label: 'xưng hô', example: 'đồng chí' },
    { id: 'name', label: 'họ tên', example: 'Nguyễn Văn An' },
    { id: 'office', label: 'chức vụ', example: 'Chủ tịch Liên minh Hợp tác xã tỉnh' },
    { id: 'topic', label: 'chủ đề', example: 'việc giữ nước cho vùng cà phê' },
    { id: 'journalist', label: 'phóng viên', example: 'Trần Hạ Miên' },
  ],
  head: { paper: '{{tên báo}}' },
  people: [
    { part: 'interviewee', name: '{{họ tên}}', honorific: '{{xưng hô}}', office: '{{chức vụ}}' },
    { part: 'interviewer', name: '{{phóng viên}}' },
  ],
  byline: [{ name: '{{phóng viên}}', role: 'thực hiện' }],
  body: [
    {
      kind: 'paragraph',
      text: 'Nhân {{dịp}} ({{ngày}}), phóng viên {{tên báo}} đã có cuộc phỏng vấn {{xưng hô}} {{họ tên}}, {{chức vụ}}, về {{chủ đề}}.',
      prompt: 'Đoạn dẫn: nhân dịp gì, phỏng vấn ai, về việc gì',
    },
    { kind: 'photo', span: 2, caption: '{{chức vụ}} {{họ tên}}.', prompt: 'Ảnh chân dung người trả lời' },
    { kind: 'question', prompt: 'Câu hỏi mở: những kết quả nổi bật thời gian qua' },
    { kind: 'answer', prompt: 'Trả lời: con số, việc đã làm được' },
    { kind: 'question', prompt: 'Khó khăn, hạn chế còn lại là gì?' },
    { kind: 'answer', prompt: 'Trả lời: nói thẳng, có nguyên nhân' },
    { kind: 'question', prompt: 'Nhiệm vụ, giải pháp thời gian tới?' },
    { kind: 'answer', prompt: 'Trả lời: việc cụ thể, ai làm, khi nào' },
    { kind: 'closing', text: 'Trân trọng cảm ơn {{xưng hô}}!' },
  ],
  comments: true,
};
