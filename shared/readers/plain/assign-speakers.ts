import type { MintId } from '../../interview/build';
import type { Block, Interview, Person } from '../../interview/types';
import { fold } from '../../text/fold';
import { splitHonorific } from './labels';
import type { Spoken } from './read-speeches';
import { meansPerson } from './people';

/** Words that mean the interviewer or the interviewee of the piece, whoever that is: no person of their own. */
const NOBODY =
  /^((p\.?\s?v\.?|phong vien)( .*)?|nha bao|mc|hoi|dap|tra loi|tl|q|a|question|answer|interviewer|reporter)$/;

/**
 * Makes people of the labels that stood before the speeches. With one interviewee the answers need no speaker; with
 * several each answer names its own.
 */
export function assignSpeakers(interview: Interview, spoken: Spoken, mint: MintId): Interview {
  const keyOf = ({ id }: Block) => fold(spoken.get(id)?.label ?? '');
  const people: Person[] = [...interview.people];
  const idOf = new Map<string, string>();
  for (const block of interview.body) {
    const { label, office } = spoken.get(block.id) ?? {};
    if (label === undefined || NOBODY.test(fold(label)) || idOf.has(fold(label))) continue;
    const part = block.kind === 'question' ? 'interviewer' : 'interviewee';
    const { honorific, name } = splitHonorific(label);
    const at = people.findIndex((person) => person.part === part && meansPerson(label, person.name));
    const known = people[at];
    if (known) {
      const shortName = fold(name) === fold(known.name) ? {} : { shortName: name };
      people[at] = {
        ...known,
        ...shortName,
        ...(honorific ? { honorific } : {}),
        ...(office && !known.office ? { office } : {}),
      };
      idOf.set(fold(label), known.id);
    } else {
      const person: Person = {
        id: mint(),
        name,
        ...(honorific ? { honorific } : {}),
        ...(office ? { office } : {}),
        part,
      };
      people.push(person);
      idOf.set(fold(label), person.id);
    }
  }
  const several = (kind: 'question' | 'answer') =>
    new Set(interview.body.flatMap((block) => (block.kind === kind ? [idOf.get(keyOf(block)) ?? ''] : [])).values())
      .size > 1;
  const naming = {
    question: idOf.size > 0 && interview.body.some((block) => block.kind === 'question' && idOf.has(keyOf(block))),
    answer: several('answer'),
  };
  const body = interview.body.map((block): Block => {
    if ((block.kind !== 'question' && block.kind !== 'answer') || !naming[block.kind]) return block;
    const speaker = idOf.get(keyOf(block));
    return speaker ? { ...block, speaker } : block;
  });
  return { ...interview, people, body };
}
