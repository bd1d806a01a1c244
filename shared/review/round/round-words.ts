import type { Language } from '../../i18n/translate';

/** What the documents of a round say themselves; the letter is in the language of the person who answers. */
export interface RoundWords {
  readonly title: (number: number) => string;
  readonly greeting: (called: string) => string;
  readonly letter: (facts: { readonly headline: string; readonly paper: string }) => string;
  readonly how: string;
  readonly howOnPaper: string;
  readonly due: (date: string) => string;
  readonly embargo: (date: string) => string;
  readonly thanks: string;
  readonly question: (number: number) => string;
  readonly answersHeading: string;
  readonly receipt: {
    readonly title: (number: number) => string;
    readonly letter: (facts: {
      readonly headline: string;
      readonly accepted: number;
      readonly refused: number;
    }) => string;
    readonly sent: string;
    readonly asked: string;
    readonly printed: string;
    readonly outcome: { readonly [outcome in 'accept' | 'refuse' | 'part' | 'open' | 'same']: string };
    readonly reason: string;
    readonly unchanged: string;
  };
}

const VI: RoundWords = {
  title: (number) => `Phần trả lời phỏng vấn, gửi xem lại lần ${number}`,
  greeting: (called) => (called === '' ? 'Kính gửi người trả lời phỏng vấn,' : `Kính gửi ${called},`),
  letter: ({ headline, paper }) =>
    `${paper === '' ? 'Toà soạn' : paper} gửi lại phần trả lời trong bài ${quoted(headline)} để quý vị xem trước khi in.`,
  how: 'Câu hỏi (chữ xám) là phần của toà soạn và đã khoá. Xin quý vị sửa thẳng vào phần trả lời: Word hoặc LibreOffice tự ghi lại từng chỗ sửa. Chỗ nào cần trao đổi, xin thêm nhận xét (Chèn › Nhận xét). Sửa xong, xin lưu và gửi lại chính tệp .docx này.',
  howOnPaper:
    'Câu hỏi (chữ xám) là phần của toà soạn. Xin quý vị ghi chỗ sửa vào phần trả lời trên giấy, hoặc sửa trong tệp .docx kèm theo rồi gửi lại tệp đó.',
  due: (date) => `Xin gửi lại trước ngày ${date}.`,
  embargo: (date) => `Toà soạn không đăng bài trước ngày ${date}.`,
  thanks: 'Trân trọng cảm ơn quý vị.',
  question: (number) => `Câu ${number}. `,
  answersHeading: 'Câu hỏi và trả lời',
  receipt: {
    title: (number) => `Kết quả xem lại lần ${number}`,
    letter: ({ headline, accepted, refused }) =>
      `Toà soạn cảm ơn quý vị đã xem lại phần trả lời trong bài ${quoted(headline)}. Nhận ${accepted} chỗ sửa, giữ nguyên ${refused} chỗ; từng câu như sau.`,
    sent: 'Bản đã gửi',
    asked: 'Quý vị đề nghị',
    printed: 'Bản sẽ in',
    outcome: {
      accept: 'Đã sửa theo đề nghị',
      refuse: 'Giữ như bản đã gửi',
      part: 'Sửa một phần',
      open: 'Đang xem xét',
      same: 'Không có đề nghị sửa',
    },
    reason: 'Lý do',
    unchanged: 'Quý vị không sửa câu nào khác.',
  },
};

const EN: RoundWords = {
  title: (number) => `Interview answers for your review, round ${number}`,
  greeting: (called) => (called === '' ? 'Dear interviewee,' : `Dear ${called},`),
  letter: ({ headline, paper }) =>
    `${paper === '' ? 'We are' : `${paper} is`} sending you your answers in ${quoted(headline)} to read before they go to print.`,
  how: 'The questions (in grey) are ours and locked. Please make your changes straight in the answers: Word or LibreOffice records each of them. Where you would like to discuss something, add a comment. Then save this .docx file and send it back.',
  howOnPaper:
    'The questions (in grey) are ours. Please mark your changes in the answers on paper, or make them in the .docx file that comes with this and send that file back.',
  due: (date) => `Please send it back by ${date}.`,
  embargo: (date) => `We will not publish before ${date}.`,
  thanks: 'Thank you.',
  question: (number) => `${number}. `,
  answersHeading: 'Questions and answers',
  receipt: {
    title: (number) => `Outcome of review round ${number}`,
    letter: ({ headline, accepted, refused }) =>
      `Thank you for reading your answers in ${quoted(headline)}. Changes taken: ${accepted}. Kept as sent: ${refused}. Answer by answer they are below.`,
    sent: 'As sent to you',
    asked: 'You asked for',
    printed: 'As it will be printed',
    outcome: {
      accept: 'Changed as you asked',
      refuse: 'Kept as sent',
      part: 'Changed in part',
      open: 'Still being considered',
      same: 'No change asked for',
    },
    reason: 'Reason',
    unchanged: 'You changed no other answer.',
  },
};

/** A headline that is a quotation stands as it is. */
function quoted(headline: string): string {
  return /^[“«"].*[”»"]$/.test(headline) ? headline : `“${headline}”`;
}

export function roundWords(language: Language): RoundWords {
  return language === 'vi' ? VI : EN;
}

/** A date as the letter writes it: 30/11/2026 in Vietnamese, 30 November 2026 in English. What is no date stays as it is. */
export function roundDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (!year || !month || !day) return date;
  if (language === 'vi') return `${day}/${month}/${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))),
  );
}
