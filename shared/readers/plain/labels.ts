import { fold } from '../../text/fold';
import type { LabelStyle } from '../../interview/types';

/** Who speaks from a line on: the label as it stood, and whether it asks or answers. */
export interface Speech {
  readonly asks: boolean;
  readonly label: string;
  /** What stood between the name and the colon: "Ông An, Giám đốc xưởng gốm:". */
  readonly office?: string;
  /** The words behind the label. */
  readonly text: string;
}

type Parts = Omit<Speech, 'asks'>;

export interface SpeechLabels {
  readonly style: LabelStyle;
  /** Takes a line apart, or null when it bears no label of this piece. */
  readonly read: (line: string) => Speech | null;
}

const ASKS = /^((p\.?\s?v\.?|phong vien|nha bao)( .*)?|mc|hoi|q|question|interviewer|reporter)$/;
// Not folded: "Bao giờ" begins no name of a paper.
const PAPER = /^(báo|tạp chí) \p{Lu}/iu;
const ASKS_IN_WORDS = /^(hoi|q|question)$/;
const ANSWERS = /^(dap|tra loi|tl|a|answer)$/;

// "- Ông An:" and "* P.V:" — the dash or star belongs to the page, not to the name.
const LABELLED =
  /^(?:[*•–—-]\s*)?(?<label>[\p{L}\p{M}.'’ -]{1,60}?)\s*(?:[,(]\s*(?<office>[^():?!.]{1,90}?)\)?\s*)?:(?=\s|$)\s*(?<text>.*)$/u;

const MOST_SPEAKERS = 40;

function takeApart(line: string): Parts | null {
  const groups = LABELLED.exec(line)?.groups;
  const label = groups?.['label']?.trim();
  const office = groups?.['office']?.trim();
  if (!label || label.split(/\s+/).length > 8) return null;
  return { label, ...(office ? { office } : {}), text: groups?.['text'] ?? '' };
}

/**
 * The labels of a piece, or null when it has none: known words (P.V, Hỏi, Đáp, Q, A) and names that come back before a
 * colon. Among names alone the one whose speeches mostly end in a question mark asks.
 */
export function findLabels(lines: readonly string[]): SpeechLabels | null {
  const seen = new Map<string, { label: string; count: number; questions: number }>();
  lines.forEach((line, at) => {
    const parts = takeApart(line);
    if (!parts) return;
    const key = fold(parts.label);
    const entry = seen.get(key) ?? { label: parts.label, count: 0, questions: 0 };
    const words = parts.text || (lines[at + 1] ?? '');
    seen.set(key, {
      ...entry,
      count: entry.count + 1,
      questions: entry.questions + (/\?[”"’»)]*$/.test(words) ? 1 : 0),
    });
  });
  const keys = [...seen.keys()];
  const papers = new Set(
    lines
      .flatMap((line) => takeApart(line)?.label ?? [])
      .filter((label) => PAPER.test(label))
      .map((label) => fold(label)),
  );
  const askers = new Set(keys.filter((key) => ASKS.test(key) || papers.has(key)));
  const named = [...seen].flatMap(([key, { label, count }]) =>
    !askers.has(key) && !ANSWERS.test(key) && isSpeakerName(label, count) ? [key] : [],
  );
  // No interview has that many voices: these are entries of some list.
  const names = named.length > MOST_SPEAKERS ? [] : named;
  const answerers = new Set([...keys.filter((key) => ANSWERS.test(key)), ...names]);
  if (askers.size === 0) {
    // Names alone: "Highland Courier: …?" and "Linh Carver: …".
    const asking = names.filter((key) => {
      const { count = 0, questions = 0 } = seen.get(key) ?? {};
      return count >= 2 && questions >= count * 0.6;
    });
    for (const key of asking) {
      if (answerers.size < 2) break;
      answerers.delete(key);
      askers.add(key);
    }
  }
  const total = [...askers].reduce((sum, key) => sum + (seen.get(key)?.count ?? 0), 0);
  const answered = [...answerers].some((key) => (seen.get(key)?.count ?? 0) > 0);
  if (total === 0 || (!answered && total < 2)) return null;

  const inWords =
    [...askers].some((key) => ASKS_IN_WORDS.test(key)) && [...answerers].every((key) => ANSWERS.test(key));
  return {
    style: inWords ? 'words' : 'names',
    read: (line) => {
      const parts = takeApart(line);
      if (!parts) return null;
      const key = fold(parts.label);
      if (askers.has(key)) return { asks: true, ...parts };
      return answerers.has(key) ? { asks: false, ...parts } : null;
    },
  };
}

/** A name comes back, or begins with a title; every word of it has a capital. */
function isSpeakerName(label: string, count: number): boolean {
  const { honorific, name } = splitHonorific(label);
  const capitals = name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));
  return capitals && (count >= 2 || honorific !== undefined);
}

const HONORIFICS =
  /^(?<honorific>(?:(?:đồng chí|đ\/c|ông|bà|anh|chị|cô|thầy|bác|em|bác sĩ|luật sư|nhà báo|nhà văn|nhà thơ|nhà nghiên cứu|nghệ sĩ|nghệ nhân|kỹ sư|PGS\.?\s?-?\s?TS|GS\.?\s?-?\s?TS|PGS|GS|TS|ThS|BS|LS|KTS|NSND|NSƯT|Mr|Mrs|Ms|Dr|Prof|Sir)\.?\s+)+)(?<name>\p{Lu}.*)$/iu;

/** A title of address and the name behind it. */
export function splitHonorific(label: string): { readonly honorific?: string; readonly name: string } {
  const groups = HONORIFICS.exec(label.trim())?.groups;
  const honorific = groups?.['honorific']?.trim();
  const name = groups?.['name'];
  // The flag i lets ông and Ông in, and with them lower-case names: those are no names.
  if (!honorific || !name || !/^\p{Lu}/u.test(name)) return { name: label.trim() };
  return {
    honorific:
      /^\p{Lu}\p{Ll}*(\s\p{Ll}+)*$/u.test(honorific) && !/^(Mr|Mrs|Ms|Dr|Prof|Sir|Th)/.test(honorific)
        ? honorific.toLowerCase()
        : honorific,
    name,
  };
}
