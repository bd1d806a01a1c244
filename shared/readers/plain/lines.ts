import { note, type Remark } from '../../checks/remark';
import { addSpaces, cleanSpaces, NO_SPACES, type SpaceCounts } from '../../text/spaces';

/** One paragraph of the source, clean, in NFC. */
export interface Line {
  readonly text: string;
  /** Whether an empty line stood before it. */
  readonly gap: boolean;
}

export interface CleanedLines {
  readonly lines: readonly Line[];
  readonly remarks: readonly Remark[];
}

/** The lines that hold words, with clean spaces, and what had to be cleaned. Lines broken at a fixed width are joined again. */
export function cleanLines(source: string): CleanedLines {
  const lines: Line[] = [];
  let spaces: SpaceCounts = NO_SPACES;
  let emptyParagraphs = 0;
  let gap = true;
  const composed = source.normalize('NFC');
  for (const raw of composed.split(/\r\n|[\n\r\u0085\u2028\u2029\f]/)) {
    const { text, counts } = cleanSpaces(raw.replace(/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, ''));
    spaces = addSpaces(spaces, counts);
    // A line of nothing but no-break spaces was an empty paragraph on the page; a truly empty line only parts paragraphs.
    if (text === '' && raw !== '') emptyParagraphs++;
    if (text !== '') lines.push({ text, gap });
    gap = text === '';
  }
  const joined = joinWrapped(lines);
  return {
    lines: joined,
    remarks: [
      ...counted('spaces-no-break', spaces.noBreak),
      ...counted('spaces-zero-width', spaces.zeroWidth),
      ...counted('spaces-double', spaces.double),
      ...counted('empty-paragraphs', emptyParagraphs),
      ...counted('lines-joined', lines.length - joined.length),
      ...(composed === source ? [] : [note('composed')]),
    ],
  };
}

function counted(rule: string, count: number): readonly Remark[] {
  return count > 0 ? [note(rule, { count })] : [];
}

/** The widest line that a program which breaks lines by itself (mail, terminals) would leave. */
const WRAP_WIDTH = 100;

/** Text from mail is broken at some 72 characters, with an empty line between paragraphs: such lines belong together. */
function joinWrapped(lines: readonly Line[]): readonly Line[] {
  const inner = lines.filter((_, at) => lines[at + 1]?.gap === false);
  const full = inner.filter(({ text }) => text.length >= 50 && text.length <= WRAP_WIDTH);
  const wrapped =
    full.length >= 6 && full.length >= inner.length * 0.7 && lines.every(({ text }) => text.length <= WRAP_WIDTH);
  if (!wrapped) return lines;
  const joined: Line[] = [];
  let previous = '';
  for (const line of lines) {
    const last = joined.at(-1);
    // Only a full line runs on: a short one was ended on purpose.
    if (last && !line.gap && previous.length >= 50)
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else joined.push(line);
    previous = line.text;
  }
  return joined;
}
