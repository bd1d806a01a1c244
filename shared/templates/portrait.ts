import type { Template } from './template';

/** A portrait in questions and answers, in English, with the speakers' names before the speeches. */
export const portrait: Template = {
  id: 'portrait',
  language: 'en',
  labels: 'names',
  variables: [
    { id: 'paper', label: 'paper', example: 'The Highland Courier' },
    { id: 'honorific', label: 'title', example: 'Ms' },
    { id: 'name', label: 'full name', example: 'Linh Carver' },
    { id: 'office', label: 'what they do', example: 'potter and teacher' },
    { id: 'occasion', label: 'why now', example: 'her first exhibition opens' },
    { id: 'journalist', label: 'journalist', example: 'Sam Whitlock' },
  ],
  head: { paper: '{{paper}}' },
  people: [
    { part: 'interviewee', name: '{{full name}}', honorific: '{{title}}', office: '{{what they do}}' },
    { part: 'interviewer', name: '{{journalist}}' },
  ],
  byline: [{ name: '{{journalist}}', role: 'interview' }],
  body: [
    {
      kind: 'paragraph',
      text: '{{full name}}, {{what they do}}, spoke to {{paper}} as {{why now}}.',
      prompt: 'The scene: where you met, what the room was like, why now',
    },
    { kind: 'photo', span: 3, prompt: 'A portrait at work rather than a pose' },
    { kind: 'question', prompt: 'Start with something small and concrete' },
    { kind: 'answer', prompt: 'Keep their way of speaking' },
    { kind: 'question', prompt: 'Where did it begin?' },
    { kind: 'answer', prompt: 'A story, with a place and a year' },
    { kind: 'pullQuote', attribution: '{{full name}}', prompt: 'The one sentence a reader will repeat' },
    { kind: 'question', prompt: 'What went wrong?' },
    { kind: 'answer', prompt: 'What they learned, in their own words' },
    { kind: 'question', prompt: 'What comes next?' },
    { kind: 'answer', prompt: 'End on something to look forward to' },
    { kind: 'closing', text: 'Thank you, {{title}} {{full name}}.' },
  ],
  comments: false,
};
