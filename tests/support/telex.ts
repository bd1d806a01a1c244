/** One letter of a word being typed; `shape` and the word's tone are combining marks. */
interface Letter {
  readonly letter: string;
  readonly shape: string;
}

const circumflex = '\u0302';
const breve = '\u0306';
const horn = '\u031b';
/** Stands for the bar of đ, which Unicode has no decomposition for. */
const bar = 'đ';

/** Telex: a tone key typed anywhere after the vowel. */
const toneKeys: Readonly<Record<string, string>> = { f: '\u0300', s: '\u0301', r: '\u0309', x: '\u0303', j: '\u0323' };

/** What a Telex input method shows for these keys: one word, tones placed as on "hoà, thuý". Text is NFC. */
export function telex(keys: string): string {
  let letters: readonly Letter[] = [];
  let tone = '';
  for (const key of keys) {
    const low = key.toLowerCase();
    const mark = toneKeys[low];
    if (mark !== undefined && letters.some(isVowel)) tone = mark;
    else letters = reshaped(letters, low) ?? [...letters, typed(key)];
  }
  const toned = tone === '' ? -1 : tonePlace(letters);
  return letters.map((each, at) => shown(each, at === toned ? tone : '')).join('');
}

/** The Telex keys for a text; throws for a word that Telex (as modelled here) cannot write. */
export function spell(text: string): string {
  return text.normalize('NFC').replaceAll(/\p{L}+/gu, (word) => {
    const keys = spellWord(word);
    if (telex(keys) !== word) throw new Error(`Telex cannot write "${word}": ${keys} shows as "${telex(keys)}".`);
    return keys;
  });
}

function spellWord(word: string): string {
  let tone = '';
  const letters = [...word].map((letter) => {
    if (letter === 'đ') return 'dd';
    if (letter === 'Đ') return 'DD';
    const [base = '', ...marks] = letter.normalize('NFD');
    tone = Object.keys(toneKeys).find((key) => marks.includes(toneKeys[key] ?? '')) ?? tone;
    if (marks.includes(circumflex)) return base + base.toLowerCase();
    return marks.includes(breve) || marks.includes(horn) ? `${base}w` : base;
  });
  return letters.join('') + tone;
}

const typed = (key: string): Letter =>
  key.toLowerCase() === 'w' ? { letter: key === 'w' ? 'u' : 'U', shape: horn } : { letter: key, shape: '' };

const isVowel = ({ letter }: Letter): boolean => 'aeiouy'.includes(letter.toLowerCase());

/** The letters after a key that changes an earlier one; null when the key is a letter of its own. */
function reshaped(letters: readonly Letter[], key: string): readonly Letter[] | null {
  if (key === 'd') {
    const at = letters.findIndex((each) => each.letter.toLowerCase() === 'd' && each.shape === '');
    const reaches = at >= 0 && (at === letters.length - 1 || letters.some(isVowel));
    return reaches ? withShape(letters, [at], bar) : null;
  }
  if ('aeo'.includes(key)) {
    const at = letters.findLastIndex((each) => each.letter.toLowerCase() === key && each.shape === '');
    const reaches =
      at >= 0 && letters.slice(at + 1).every((each) => !isVowel(each) || 'iuy'.includes(each.letter.toLowerCase()));
    return reaches ? withShape(letters, [at], circumflex) : null;
  }
  return key === 'w' ? withHook(letters) : null;
}

/** "w" makes ươ of uo, else ă, ơ or ư of the last vowel that can carry it. */
function withHook(letters: readonly Letter[]): readonly Letter[] | null {
  const plain = letters.map((each) => (each.shape === '' ? each.letter.toLowerCase() : ' ')).join('');
  const pair = plain.indexOf('uo');
  if (pair >= 0) return withShape(letters, [pair, pair + 1], horn);
  const at = letters.findLastIndex((each, index) => each.shape === '' && 'aou'.includes(plain[index] ?? ' '));
  if (at < 0) return null;
  return withShape(letters, [at], plain[at] === 'a' ? breve : horn);
}

const withShape = (letters: readonly Letter[], at: readonly number[], shape: string): readonly Letter[] =>
  letters.map((each, index) => (at.includes(index) ? { ...each, shape } : each));

/** Which letter carries the tone: the shaped vowel, else the middle of three, else the last when a consonant follows. */
function tonePlace(letters: readonly Letter[]): number {
  const low = letters.map((each) => each.letter.toLowerCase()).join('');
  const onset = low.startsWith('qu') || (low.startsWith('gi') && letters.slice(2).some(isVowel)) ? 2 : 0;
  const vowels = letters.flatMap((each, at) => (at >= onset && isVowel(each) ? [at] : []));
  const shaped = vowels.findLast((at) => letters[at]?.shape !== '');
  if (shaped !== undefined) return shaped;
  const [first = -1, second = -1] = vowels;
  if (vowels.length === 3) return second;
  if (vowels.length < 2) return first;
  const closed = second < letters.length - 1;
  return closed || ['oa', 'oe', 'uy'].includes(low.slice(first, second + 1)) ? second : first;
}

function shown({ letter, shape }: Letter, tone: string): string {
  if (shape === bar) return letter === 'd' ? 'đ' : 'Đ';
  return (letter + shape + tone).normalize('NFC');
}
