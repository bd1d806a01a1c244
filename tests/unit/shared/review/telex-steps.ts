/**
 * What stands in a block after each event while "DDoongf nuwowcs" is typed, by three families of Vietnamese input methods,
 * each settled after every event or only after a burst of them.
 */
export interface Method {
  readonly kind: 'compose' | 'backspace' | 'select';
  /** How many events the editor sees as one change. */
  readonly burst: number;
}

export const COMPOSING = {
  'composing, slowly': { kind: 'compose', burst: 1 },
  'composing, fast': { kind: 'compose', burst: 4 },
} as const;
export const INJECTING = {
  'backspaces, awaited': { kind: 'backspace', burst: 1 },
  'backspaces, burst': { kind: 'backspace', burst: 5 },
} as const;
export const SELECTING = {
  'selecting left, awaited': { kind: 'select', burst: 1 },
  'selecting left, burst': { kind: 'select', burst: 5 },
} as const;

/** The two words as they look key by key. */
const WORDS = [
  ['D', 'Đ', 'Đo', 'Đô', 'Đôn', 'Đông', 'Đồng'],
  [' '],
  ['n', 'nu', 'nư', 'nưo', 'nươ', 'nươc', 'nước'],
] as const;

/** Every state that the editor hands on, the last one included. */
export function typed(text: string, from: number, to: number, { kind, burst }: Method): readonly string[] {
  const [head, tail] = [text.slice(0, from), text.slice(to)];
  const states: string[] = [];
  let done = '';
  for (const word of WORDS) {
    let shown = '';
    for (const next of word) {
      if (kind === 'backspace') {
        // What is no longer right goes letter by letter, then the rest comes letter by letter.
        let same = 0;
        while (same < shown.length && shown[same] === next[same]) same++;
        for (let end = shown.length - 1; end >= same; end--) states.push(head + done + shown.slice(0, end) + tail);
        for (let end = same + 1; end <= next.length; end++) states.push(head + done + next.slice(0, end) + tail);
      } else if (kind === 'select') {
        states.push(head + done + tail, head + done + next + tail);
      } else {
        states.push(head + done + next + tail);
      }
      shown = next;
    }
    done += shown;
  }
  return states.filter((_, index) => (index + 1) % burst === 0 || index === states.length - 1);
}
