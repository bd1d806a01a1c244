/** Words by which an interviewer turns to somebody, in Vietnamese and English. */
const ADDRESS =
  /(?<!\p{L})(thưa|xin (?:hỏi|ông|bà|anh|chị|đồng chí|cho biết)|(?:ông|bà|anh|chị|đồng chí|bác sĩ|giáo sư|tiến sĩ|cô|thầy|em) (?:có thể|đánh giá|nghĩ|cho (?:biết|rằng)|nhận định|mong|thấy|sẽ|đã|muốn|chia sẻ|lý giải|nhìn nhận)|theo (?:ông|bà|anh|chị|đồng chí|bác sĩ|giáo sư|tiến sĩ)|với (?:ông|bà|anh|chị)|của (?:ông|bà|anh|chị|đồng chí)|you|your|yours)(?!\p{L})/iu;

// Not "em" and "mình", by which an interviewer may call the other one, nor "My", which is a name.
const FIRST_PERSON = /(?<!\p{L})([Tt]ôi|[Cc]húng tôi|I|[Ww]e|me|us|our)(?!\p{L})/u;

/** Requests that end in a full stop. */
const REQUEST =
  /^(?:[^.?!]{0,120}[,.]\s+)?(?:xin|mong|đề nghị|nhờ)\s+(?:ông|bà|anh|chị|đồng chí|giáo sư|tiến sĩ|bác sĩ|cô|thầy)\s.{0,60}?(?:cho biết|chia sẻ|nói rõ|đánh giá|giới thiệu|kể|phân tích|lý giải).{0,300}[.!]?$|^(?:please\s+)?(?:tell (?:us|me)|describe|talk (?:us|me) through|take (?:us|me))\b.{0,200}\.$/iu;

const QUESTION_END = /\?[”"’'»)\]]*$/;

/** Longest question in tiếng or words; what is longer and ends in "?" is an answer with a question at its end. */
const LONGEST = 150;

/**
 * Whether a paragraph without a label is the interviewer's. Only its words can tell: bold is lost in plain text.
 * `asked` says whether there has been a question before: the first one needs fewer signs.
 */
export function isQuestion(paragraph: string, asked: boolean): boolean {
  const length = paragraph.split(' ').length;
  if (length <= 80 && REQUEST.test(paragraph)) return true;
  if (!QUESTION_END.test(paragraph) || length > LONGEST) return false;
  const sentences = paragraph.split(/(?<=[.?!…])\s+/);
  if (ADDRESS.test(sentences.at(-1) ?? '')) return true;
  if (ADDRESS.test(paragraph) && length <= 80) return true;
  // Somebody who speaks of himself and turns to nobody asks for effect: "Chúng tôi biết làm sao?"
  if (asked && FIRST_PERSON.test(paragraph)) return false;
  return length <= 60 && (sentences.length <= 3 || sentences.every((sentence) => QUESTION_END.test(sentence)));
}

/** A line that an author set between the answers: short, without an end, not part of a speech. */
export function isSubhead(line: string): boolean {
  return (
    line.length <= 90 &&
    line.split(' ').length <= 14 &&
    /^[\p{Lu}\p{N}“"]/u.test(line) &&
    /[\p{L}\p{N}”"%)]$/u.test(line)
  );
}
