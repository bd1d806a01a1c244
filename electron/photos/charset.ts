/** How the bytes of a text were read. utf-8-twice: UTF-8 that a program took for Latin-1 and encoded once more. */
export type Charset = 'utf-8' | 'windows-1252' | 'windows-1258' | 'utf-8-twice';

export interface DecodedText {
  readonly text: string;
  readonly charset: Charset;
  /** The file does not say its charset, or says it wrongly: a person must look at the text. */
  readonly guessed: boolean;
  /** What the same bytes say in the other charset that they might be in. */
  readonly otherwise?: { readonly charset: Charset; readonly text: string };
}

/**
 * Reads bytes whose charset nobody can be sure of: UTF-8 where they are valid UTF-8, else Windows-1258 where that gives
 * Vietnamese letters and nothing that is none, else Windows-1252 (which holds Latin-1). The last two are guesses.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return decodeString(utf8);
  const western = decodeWestern(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const [first, second] = isVietnamese(bytes)
    ? [{ charset: 'windows-1258', text: vietnamese } as const, { charset: 'windows-1252', text: western } as const]
    : [{ charset: 'windows-1252', text: western } as const, { charset: 'windows-1258', text: vietnamese } as const];
  return { ...first, guessed: true, otherwise: second };
}

/** A text that was decoded by the rules of its format, but may have been garbled before it came into the file. */
export function decodeString(text: string): DecodedText {
  const once = undoTwice(text);
  if (once === null) return { text, charset: 'utf-8', guessed: false };
  return { text: once, charset: 'utf-8-twice', guessed: true, otherwise: { charset: 'utf-8', text } };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
const VOWELS = /[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]/;
const OWN_LETTERS = /[đĐơƠưƯ]/;

/**
 * In Windows-1258 a tone is a byte of its own behind its vowel. Western text read so has tones behind consonants or at
 * the head of a word ("còn" gives a dot below the c); Vietnamese never has.
 */
function isVietnamese(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1258').decode(bytes);
  let proof = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (OWN_LETTERS.test(letter)) proof++;
    if (!TONES.test(letter)) continue;
    if (at === 0 || !VOWELS.test(text.charAt(at - 1))) return false;
    proof++;
  }
  return proof > 0;
}

// The letters of Windows-1252 from 0x80 on, where Latin-1 has controls; a space stands for the five that are not taken.
// Node 20 decodes "windows-1252" as Latin-1, so dashes and quotes would be lost.
const WESTERN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const WESTERN_BYTES = new Map(
  [...WESTERN].flatMap((letter, index) => (letter === ' ' ? [] : [[letter, index + 128] as const])),
);

function decodeWestern(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const special = byte >= 0x80 && byte < 0xa0 ? WESTERN.charAt(byte - 0x80) : ' ';
    text += special === ' ' ? String.fromCharCode(byte) : special;
  }
  return text;
}

/** "Há»“" is "Hồ": bytes of UTF-8 shown as Western letters. Null when the text is not of that kind. */
function undoTwice(text: string): string | null {
  if (!/[\u0080-\u00ff]/.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 256 ? code : WESTERN_BYTES.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return strictUtf8(bytes);
}
