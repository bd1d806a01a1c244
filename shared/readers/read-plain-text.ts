import { note, warning, type Remark } from '../checks/remark';
import { emptyInterview, type MintId } from '../interview/build';
import { normalise } from '../interview/normalise';
import { toText } from '../interview/text';
import type { Block, Interview, Person, Signature } from '../interview/types';
import { failed, ok, type Result } from '../result';
import { parseStamp, toIso } from '../text/dates';
import { sameWords } from '../text/fold';
import { megabytes, PLAIN_TEXT_LIMIT } from './limits';
import { assignSpeakers } from './plain/assign-speakers';
import { cleanLines, type Line } from './plain/lines';
import * as furniture from './plain/page-furniture';
import { readIntroduction, readPaper } from './plain/people';
import { isQuestion } from './plain/questions';
import { readSpeeches, type SpeechHints } from './plain/read-speeches';
import type { ReadDocument, ReadFailure } from './reader';

/**
 * Reads the plain text of an interview page: what is left when a page is copied or saved as text. Recognises the parts
 * by their words and places alone; every sentence of the article is kept, what belonged to the page around it is told.
 */
export function readPlainText(
  source: string,
  { mint, ...hints }: { readonly mint: MintId } & SpeechHints,
): Result<ReadDocument, ReadFailure> {
  if (source.length > PLAIN_TEXT_LIMIT) return failed({ kind: 'too-large', limit: megabytes(PLAIN_TEXT_LIMIT) });
  if (source.includes('\0')) return failed({ kind: 'not-ours' });
  const { lines, remarks: cleaned } = cleanLines(source);
  if (lines.length === 0) return failed({ kind: 'empty' });

  const remarks: Remark[] = [...cleaned];
  if (looksGarbled(source)) remarks.push(warning('text-garbled'));

  const kept = takeNavigation(lines, remarks);
  const { head, rest } = takeHead(kept.lines, remarks);
  const { article, comments, teasers } = takeTail(rest);
  const { speeches, closing, byline } = takeEnd(article, remarks);
  const signed = [...head.byline, ...byline];

  const standfirst = head.standfirst ?? standfirstOf(speeches);
  const introduced = [standfirst ?? '', ...speeches.slice(0, HEAD_LINES)]
    .map(readIntroduction)
    .find((found) => found !== null);
  const spoken = readSpeeches(
    standfirst !== null && head.standfirst === null ? speeches.slice(1) : speeches,
    introduced?.name ?? null,
    mint,
    hints,
  );
  remarks.push(...spoken.remarks);
  if (!spoken.blocks.some((block) => block.kind === 'question')) remarks.push(warning('no-questions'));

  const body: Block[] = [...spoken.blocks];
  if (closing !== null) body.push({ kind: 'closing', id: mint(), text: toText(closing) });
  const intro = [
    standfirst ?? '',
    ...spoken.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.map((run) => run.text) : [])),
  ];
  const { people, signatures } = peopleOf(intro, signed, mint);
  const named = [...intro, ...[...spoken.spoken.values()].map(({ label }) => label)];
  const paper = named.map(readPaper).find((found) => found !== null);

  const interview: Interview = {
    ...emptyInterview(languageOf(lines)),
    ...(head.kicker ? { kicker: toText(head.kicker) } : {}),
    headline: toText(head.headline),
    ...(standfirst ? { standfirst: toText(standfirst) } : {}),
    ...(head.published ? { published: head.published } : {}),
    ...(paper ? { paper } : {}),
    ...(kept.section ? { section: kept.section } : {}),
    labels: spoken.labels,
    people,
    byline: signatures,
    body,
    teasers: furniture.readTeasers(teasers),
    comments,
  };
  return ok({ interview: normalise(assignSpeakers(interview, spoken.spoken, mint)), remarks });
}

function takeNavigation(
  lines: readonly Line[],
  remarks: Remark[],
): { readonly lines: readonly Line[]; readonly section: string | null } {
  let section: string | null = null;
  const rest = lines.filter(({ text }) => {
    if (!furniture.isNavigation(text)) return true;
    section ??= furniture.sectionOfTrail(text);
    remarks.push(note('navigation-left-out', { text }));
    return false;
  });
  return { lines: rest, section };
}

interface Head {
  readonly headline: string;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly published: string | null;
  readonly byline: readonly Signature[];
}

/** How many lines a page may have before its time stamp. */
const HEAD_LINES = 8;

function takeHead(lines: readonly Line[], remarks: Remark[]): { readonly head: Head; readonly rest: readonly Line[] } {
  const stampAt = lines.slice(0, HEAD_LINES).findIndex(({ text }) => parseStamp(text) !== null);
  const stampLine = lines[stampAt]?.text ?? '';
  const stamp = parseStamp(stampLine);
  if (stamp && !/\d[:h]\d|giờ/iu.test(stampLine)) remarks.push(note('time-missing', { date: stampLine }));
  const above = stampAt < 0 ? [] : lines.slice(0, stampAt).map(({ text }) => text);
  const under = stampAt < 0 ? lines : lines.slice(stampAt + 1);
  const bylines = above.map(furniture.readByline);
  // A page without anything above its time stamp has its headline right under it, and the author under that.
  const authorAt = bylines.includes(null) ? 0 : 1;
  const author = readAuthor(under[authorAt]?.text);
  const below = author ? under.filter((_, at) => at !== authorAt) : under;
  const byline = [...bylines, author].flatMap((found) => found ?? []);
  const titles = above.filter(
    (line, at) => bylines[at] === null && !above.slice(0, at).some((other) => sameWords(other, line)),
  );
  const repeated = above.length - bylines.filter((found) => found !== null).length - titles.length;
  if (repeated > 0) remarks.push(note('headline-repeated', { count: repeated }));

  const published = stamp ? toIso(stamp) : null;
  if (titles.length === 0) {
    const [first, ...after] = below;
    return {
      head: {
        headline: first?.text ?? '',
        kicker: null,
        standfirst: null,
        published,
        byline,
      },
      rest: after,
    };
  }
  const [first = '', second] = titles;
  const isSentence = (line: string) => /[.…]$/.test(line) || line.split(' ').length > 30;
  // Above the time stamp stand a headline, or kicker and headline, or headline and standfirst, or all three.
  const kicker = second !== undefined && !isSentence(second) && first.length < second.length ? first : null;
  const headline = kicker !== null && second !== undefined ? second : first;
  const others = titles.slice(kicker === null ? 1 : 2);
  const standfirst = others[0] ?? null;
  const paragraphs = others.slice(1).map((text): Line => ({ text, gap: true }));
  return { head: { headline, kicker, standfirst, published, byline }, rest: [...paragraphs, ...below] };
}

/** The line under a headline that names who wrote the piece, with or without saying so. */
function readAuthor(line: string | undefined): readonly Signature[] | null {
  if (line === undefined) return null;
  const isBareName = furniture.isName(line) && /^\S+( \S+){1,4}$/.test(line) && !/\d/.test(line);
  return furniture.readByline(line) ?? (isBareName ? [{ name: line }] : null);
}

function takeTail(lines: readonly Line[]): {
  readonly article: readonly Line[];
  readonly comments: boolean;
  readonly teasers: readonly Line[];
} {
  const end = lines.findIndex(
    ({ text }, at) => at > 0 && (furniture.isCommentsHeading(text) || furniture.isRelatedHeading(text)),
  );
  if (end < 0) return { article: lines, comments: false, teasers: [] };
  const tail = lines.slice(end);
  return {
    article: lines.slice(0, end),
    comments: tail.some(({ text }) => furniture.isCommentsHeading(text)),
    teasers: tail.filter(({ text }) => !furniture.isCommentsHeading(text) && !furniture.isRelatedHeading(text)),
  };
}

interface End {
  readonly speeches: readonly string[];
  readonly closing: string | null;
  readonly byline: readonly Signature[];
}

/** Takes the byline and the line of thanks from the end of the article. */
function takeEnd(article: readonly Line[], remarks: Remark[]): End {
  const lines = article.map(({ text }) => text);
  const byline: Signature[] = [];
  for (let last = lines.at(-1); last !== undefined && lines.length > 1 && byline.length < 8; last = lines.at(-1)) {
    const thanked = furniture.isThanks(withoutLabel(lines.at(-2) ?? ''));
    const signed = furniture.readByline(last) ?? (thanked && furniture.isName(last) ? [{ name: last }] : null);
    if (!signed) break;
    byline.unshift(...signed);
    lines.pop();
  }
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2 || !furniture.isThanks(withoutLabel(last)))
    return { speeches: lines, closing: null, byline };
  const { text, ornament } = furniture.withoutOrnaments(withoutLabel(last));
  if (ornament !== '') remarks.push(note('ornament-taken', { text: ornament }));
  return { speeches: lines.slice(0, -1), closing: text, byline };
}

/** "P.V: Xin cảm ơn ông!" — the thanks are the interviewer's, with or without saying so. */
function withoutLabel(line: string): string {
  return line.replace(/^(?:[*•–—-]\s*)?(?:p\.?\s?v\.?|phóng viên|hỏi|q)\s*:\s*/iu, '');
}

/** The first paragraph when it is one: neither a speech nor all there is before the first question but a caption. */
function standfirstOf(speeches: readonly string[]): string | null {
  const [first, second] = speeches;
  if (first === undefined || second === undefined) return null;
  const isSpeech = isQuestion(first, false) || /^[*•–—-]\s/.test(first) || /^[\p{L}.' ]{1,40}:(\s|$)/u.test(first);
  return isSpeech || sameWords(first, second) ? null : first;
}

/** The people of a piece: whom the introduction presents, and who signs. */
export function peopleOf(
  intro: readonly string[],
  byline: readonly Signature[],
  mint: MintId,
): { readonly people: readonly Person[]; readonly signatures: readonly Signature[] } {
  const people: Person[] = [];
  const introduced = intro.map(readIntroduction).find((found) => found !== null);
  if (introduced) people.push({ id: mint(), ...introduced, part: 'interviewee' });
  const signatures = byline.map((signature): Signature => {
    const photographs = /^(ảnh|photos?)$/.test(signature.role ?? '');
    const person: Person = { id: mint(), name: signature.name, part: photographs ? 'photographer' : 'interviewer' };
    people.push(person);
    return { ...signature, person: person.id };
  });
  return { people, signatures };
}

/** Vietnamese when one letter in fifty carries a mark that English does not have. */
function languageOf(lines: readonly Line[]): 'vi' | 'en' {
  const text = lines.map((line) => line.text).join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked = text.match(/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/g)?.length ?? 0;
  return marked * 50 >= letters ? 'vi' : 'en';
}

/** Replacement characters, or the pairs that UTF-8 read as an old code page leaves behind ("Ä‘", "á»‡"). */
function looksGarbled(source: string): boolean {
  return source.includes('\ufffd') || (source.match(/á[º»]|Ä[‘\u0090\u0091]|Æ[°¡]|Ã[¡-¿]/g)?.length ?? 0) >= 3;
}
