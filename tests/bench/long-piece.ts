import { writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { emptyInterview } from '../../shared/interview/build';
import { toText } from '../../shared/interview/text';
import type { Block, Interview } from '../../shared/interview/types';
import type { Machine } from '../support/launch';
import { giveToApp } from '../support/launch';

const SENTENCE = 'Trong năm qua bà con trong buôn đã giữ được nguồn nước cho rẫy cà phê qua mùa khô';

/** Paragraph texts of about 60 words each, `words` words in all. */
export function paragraphs(words: number): readonly string[] {
  const perParagraph = 60;
  return Array.from({ length: Math.ceil(words / perParagraph) }, (_, index) =>
    [SENTENCE, SENTENCE, SENTENCE].join(', ').concat(` ${index}.`),
  );
}

/** A piece of that many words: every fifth paragraph is a question. */
export function longPiece(words: number): Interview {
  const body = paragraphs(words).map((text, index): Block => ({
    kind: index % 5 === 0 ? 'question' : 'answer',
    id: `b${index}`,
    text: toText(text),
  }));
  return { ...emptyInterview('vi'), headline: toText(`Bài dài ${words} tiếng`), body };
}

/** Puts a piece on a machine's desk before the app starts; returns its id. */
export function putOnDesk(machine: Machine, id: string, interview: Interview): string {
  const folder = path.join(machine.desk, id);
  mkdirSync(path.join(folder, 'photos'), { recursive: true });
  const file = path.join(folder, 'interview.json');
  writeFileSync(file, JSON.stringify(interview));
  for (const each of [machine.desk, folder, path.join(folder, 'photos'), file]) giveToApp(each);
  return id;
}
