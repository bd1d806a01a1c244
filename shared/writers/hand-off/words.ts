/** The few words that press sheets and hand-off files say themselves, in the language of the piece. */
export interface HandOffWords {
  /** Both languages: whoever stands at the press must understand it. */
  readonly notApproved: string;
  readonly untitled: string;
  readonly page: (number: number, of: number) => string;
  readonly labels: { readonly [part in HandOffLabel]: string };
}

/** The labels of plain text and of tables. */
export type HandOffLabel =
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'photo'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'pullQuote'
  | 'box'
  | 'byline'
  | 'related'
  | 'question'
  | 'answer';

const VI: HandOffWords = {
  notApproved: 'CHƯA DUYỆT – NOT APPROVED',
  untitled: 'Bài chưa có tít',
  page: (number, of) => `trang ${number}/${of}`,
  labels: {
    kicker: 'Tít phụ',
    headline: 'Tít',
    standfirst: 'Sa-pô',
    photo: 'Ảnh',
    caption: 'Chú thích',
    credit: 'Nguồn ảnh',
    alt: 'Mô tả ảnh',
    pullQuote: 'Trích',
    box: 'Hộp',
    byline: 'Bút danh',
    related: 'Đọc thêm',
    question: 'Hỏi',
    answer: 'Đáp',
  },
};

const EN: HandOffWords = {
  notApproved: 'NOT APPROVED – CHƯA DUYỆT',
  untitled: 'Untitled interview',
  page: (number, of) => `page ${number} of ${of}`,
  labels: {
    kicker: 'Kicker',
    headline: 'Headline',
    standfirst: 'Standfirst',
    photo: 'Photo',
    caption: 'Caption',
    credit: 'Credit',
    alt: 'Description',
    pullQuote: 'Pull quote',
    box: 'Box',
    byline: 'Byline',
    related: 'Related',
    question: 'Question',
    answer: 'Answer',
  },
};

/** The words for a BCP 47 language: Vietnamese for "vi…", English for everything else. */
export function handOffWords(language: string): HandOffWords {
  return /^vi\b/i.test(language) ? VI : EN;
}
