import type { LogEntry } from '../log';

/**
 * What is agreed with the interviewee around a round; the log keeps it. Words are the journalist's own. Dates are
 * 2026-11-30.
 */
export interface RoundFacts {
  /** By when the answers are to come back. */
  readonly due?: string;
  /** What the interviewee was told the interview is for. */
  readonly purpose?: string;
  /** When the questions were sent beforehand. */
  readonly questionsSent?: string;
  /** How they agreed to be printed. */
  readonly consent?: string;
  /** Nothing is printed before. */
  readonly embargo?: string;
}

/** A round as the log tells it. */
export interface Round extends RoundFacts {
  /** From 1. */
  readonly number: number;
  /** The sum of its entry: what the document that went out is known by. */
  readonly id: string;
  /** The version that went out, under versions/. */
  readonly version: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Of each time that it was taken back, the version with the proposals in it, oldest first. */
  readonly returned: readonly { readonly version: string; readonly at: string }[];
  /** Answers that were decided, with the reason given; by the id of the block. */
  readonly decisions: ReadonlyMap<string, { readonly decision: 'accept' | 'refuse'; readonly reason: string }>;
}

const LABELS = {
  due: 'due',
  purpose: 'purpose',
  questionsSent: 'questions sent',
  consent: 'consent',
  embargo: 'embargo',
} as const;

/** Longest fact, in characters: five of them fit into the note of an entry. */
export const FACT_LIMIT = 300;

/** The note of a round's entry: its number, then one fact after the other. */
export function roundNote(number: number, facts: RoundFacts): string {
  const told = (Object.keys(LABELS) as readonly (keyof RoundFacts)[]).flatMap((fact) => {
    const words = cleanFact(facts[fact]);
    return words === '' ? [] : [`${LABELS[fact]}: ${words}`];
  });
  return [`#${number}`, ...told].join(' | ');
}

function cleanFact(words = ''): string {
  return words
    .normalize('NFC')
    .replace(/[\s|]+/g, ' ')
    .trim()
    .slice(0, FACT_LIMIT);
}

/** The note of an entry about an answer of a round. */
export function decisionNote(number: number, block: string, decision: 'accept' | 'refuse'): string {
  return `#${number} | ${decision} | ${block}`;
}

/** The rounds of a piece, oldest first. */
export function roundsOf(log: readonly LogEntry[]): readonly Round[] {
  const rounds: Round[] = [];
  for (const { what, about = '', version, sum, by, at, reason = '' } of log) {
    const number = Number(/^#(\d+)/.exec(about)?.[1] ?? 0);
    if (what === 'round-out' && version !== undefined) {
      rounds.push({ number, id: sum, version, by, at, ...factsOf(about), returned: [], decisions: new Map() });
    }
    const place = rounds.findIndex((round) => round.number === number);
    const round = rounds[place];
    if (!round) continue;
    if (what === 'round-in' && version !== undefined)
      rounds[place] = { ...round, returned: [...round.returned, { version, at }] };
    if (what === 'round-decide') {
      const [, decision, block] = about.split(' | ');
      if (block && (decision === 'accept' || decision === 'refuse'))
        rounds[place] = { ...round, decisions: new Map([...round.decisions, [block, { decision, reason }]]) };
    }
  }
  return rounds;
}

function factsOf(about: string): RoundFacts {
  const facts: { -readonly [Fact in keyof RoundFacts]: string } = {};
  for (const part of about.split(' | ')) {
    const [label = '', ...words] = part.split(': ');
    const fact = (Object.keys(LABELS) as readonly (keyof RoundFacts)[]).find((each) => LABELS[each] === label);
    if (fact) facts[fact] = words.join(': ');
  }
  return facts;
}
