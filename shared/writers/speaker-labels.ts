import type { Answer, Block, Interview, Person, Question } from '../interview/types';

/** What stands before a question or an answer, by block id; blocks without a label are not in it. */
export type SpeakerLabels = ReadonlyMap<string, string>;

const WORDS = {
  vi: { reporter: 'P.V:', question: 'Hỏi:', answer: 'Đáp:' },
  en: { reporter: 'Reporter:', question: 'Q:', answer: 'A:' },
} as const;

/**
 * The labels of a piece in its own language and label style; a plain piece has none. A question always carries
 * its label; an answer carries one only where its speaker starts, so that its later paragraphs stand without.
 */
export function speakerLabels(interview: Interview): SpeakerLabels {
  const labels = new Map<string, string>();
  const style = interview.labels ?? 'plain';
  if (style === 'plain') return labels;
  const words = /^vi\b/i.test(interview.language) ? WORDS.vi : WORDS.en;
  const people = new Map(interview.people.map((person) => [person.id, person]));
  const interviewee = interview.people.find(({ part }) => part === 'interviewee');

  const ofQuestion = ({ speaker }: Question): string => {
    const asks = speaker === undefined ? undefined : people.get(speaker);
    return style === 'names' ? (asks ? nameLabel(asks) : words.reporter) : words.question;
  };
  const ofAnswer = ({ speaker }: Answer): string => {
    const answers = (speaker === undefined ? undefined : people.get(speaker)) ?? interviewee;
    return style === 'names' && answers ? nameLabel(answers) : words.answer;
  };

  let speaking: string | undefined;
  for (const block of interview.body) {
    if (block.kind === 'question') {
      labels.set(block.id, ofQuestion(block));
      speaking = undefined;
    } else if (block.kind === 'answer' && !isEmptyAnswer(block)) {
      const speaker = block.speaker ?? interviewee?.id ?? '';
      if (speaker !== speaking) labels.set(block.id, ofAnswer(block));
      speaking = speaker;
    }
  }
  return labels;
}

function nameLabel({ honorific, shortName, name }: Person): string {
  const called = [honorific, shortName ?? name].filter(Boolean).join(' ');
  return `${called.charAt(0).toLocaleUpperCase()}${called.slice(1)}:`;
}

function isEmptyAnswer(block: Extract<Block, { kind: 'answer' }>): boolean {
  return block.text.every((run) => run.text.trim() === '');
}
