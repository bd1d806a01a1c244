import { toText } from './text';
import type { Block, Interview, Text } from './types';
import { FORMAT_VERSION } from './types';

/** An interview with nothing in it yet, in the given language. */
export function emptyInterview(language = 'vi'): Interview {
  return {
    format: 'galley',
    version: FORMAT_VERSION,
    language,
    headline: [],
    people: [],
    byline: [],
    body: [],
    photos: [],
    teasers: [],
    comments: false,
  };
}

/** A new id for a block, person or photo; `random` gives numbers in [0, 1) and is passed in so that tests can fix it. */
export type MintId = () => string;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Ids of twelve base-36 characters: about 62 bits, so that two desks never mint the same one. */
export function idMint(random: () => number): MintId {
  return () => Array.from({ length: 12 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
}

/** Ids that count up: b1, b2 … for readers whose result must not depend on chance. */
export function countingMint(prefix = 'b'): MintId {
  let count = 0;
  return () => `${prefix}${++count}`;
}

/** Plain words as a text, or a text as it is: lets builders take either. */
export function asText(text: string | Text): Text {
  return typeof text === 'string' ? toText(text) : text;
}

export function isKind<Kind extends Block['kind']>(block: Block, kind: Kind): block is Extract<Block, { kind: Kind }> {
  return block.kind === kind;
}
