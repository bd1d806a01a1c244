import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../shared/i18n/translate';
import { formatByline } from '../../shared/interview/byline';
import type { MintId } from '../../shared/interview/build';
import { plainText } from '../../shared/interview/text';
import { publishedOf } from '../../shared/interview/published';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, ExportFailure } from '../../shared/ipc/contract';
import type { DocxProperties } from '../../shared/docx/properties';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import type { ForgedFailure } from '../../shared/review/piece-review';
import type { Profile } from '../../shared/review/profile';
import type { Review, ReviewFileFailure } from '../../shared/review/review-file';
import { receiptDocument, receiptOf } from '../../shared/review/round/receipt';
import { roundContent } from '../../shared/review/round/round-content';
import { roundDocument } from '../../shared/review/round/round-docx';
import { receiptAsHtml, roundAsHtml } from '../../shared/review/round/round-html';
import { decisionNote, roundNote, roundsOf, type Round, type RoundFacts } from '../../shared/review/round/round-log';
import { outcomesOf, type AnswerOutcome } from '../../shared/review/round/round-outcome';
import { nameOfInterviewee, roundOfDocument, takeRound } from '../../shared/review/round/take-round';
import type { RoundFailure, TakenRound } from '../../shared/review/round/take-round';
import { contentHash } from '../../shared/review/seal';
import { logEvent } from '../../shared/review/take-step';
import type { DocumentContent } from '../../shared/writers/docx/content';
import { writeDocx } from '../../shared/writers/docx/write-docx';
import { fileStem } from '../../shared/writers/file-stem';
import { DEFAULT_STYLE_NAMES } from '../../shared/writers/hand-off/styles';
import { roundSource } from '../../shared/writers/print/round-source';
import type { Files } from '../desk/files';
import type { Documents } from '../docx/documents';
import { inlineDocuments } from '../docx/documents';
import { findConflict, writtenFiles } from '../exports/earlier-export';
import { openStaging } from '../exports/staging';
import { zipParts } from '../exports/zip-parts';
import type { Press } from '../press/press';
import { writeEvent } from './log-event';
import { judgePiece, readReview, writeReview } from './review-store';
import { sha256 } from '../sha256';
import { keepVersion, readVersion } from './versions';

/** Whose piece it is and where; who acts and when. */
export interface RoundPlace {
  readonly files: Files;
  /** The folder of the piece. */
  readonly folder: string;
  readonly interview: Interview;
  readonly profile: Pick<Profile, 'name' | 'role'>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface SentRound {
  readonly number: number;
  readonly folder: string;
  readonly files: readonly string[];
}

type LogFailure = ReviewFileFailure | ForgedFailure;

/**
 * Writes the documents of a new round into `out` (a document to edit, a page to read, sheets to print), keeps the version that
 * went out, and logs it. The log is written last: what breaks off before leaves no round.
 */
export async function sendRound(
  place: RoundPlace,
  facts: RoundFacts,
  language: Language,
  out: string,
  press: () => Press,
): Promise<Result<SentRound, LogFailure | ExportFailure | DeskFailure | RoundFailure>> {
  const { files, folder, now, profile } = place;
  const interview = publishedOf(place.interview);
  const found = await trustedReview(place);
  if (!found.ok) return found;
  const number = (roundsOf(found.value.log).at(-1)?.number ?? 0) + 1;
  const content = roundContent(interview, number, facts, language);
  if (content.pairs.length === 0) return failed({ kind: 'round-empty' });
  const version = await keepVersion(files, folder, interview, now);
  const act = {
    by: profile.name,
    role: profile.role,
    at: new Date(now).toISOString(),
    content: contentHash(interview, sha256),
    about: roundNote(number, facts),
    version,
  };
  const review = logEvent('round-out', found.value, act, sha256);
  const id = review.log.at(-1)?.sum ?? '';

  const stem = `${fileStem(interview)}-round-${number}`;
  const names = [`${stem}.docx`, `${stem}.html`, `${stem}.pdf`];
  const conflict = await findConflict(out, names);
  if (conflict !== null) return failed({ kind: 'target-exists', path: conflict });
  const printed = await press().pdf({ source: roundSource(content), files: {} });
  if (!printed.ok) {
    const { kind, detail } = printed.failure;
    return failed(kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail });
  }
  const staging = await openStaging(out);
  try {
    const at = (ending: string) => path.join(staging.folder, stem + ending);
    const properties = { kind: 'round', content: act.content, piece: id, round: number } as const;
    await writeRoundDocx(at('.docx'), roundDocument(content), interview, content.title, language, now, properties);
    await writeFile(at('.html'), roundAsHtml(content));
    await writeFile(at('.pdf'), printed.value.pdf);
    const written = await writtenFiles(staging.folder, names);
    await staging.place(names);
    await writeReview(files, folder, review);
    return ok({ number, folder: out, files: written });
  } finally {
    await staging.clear();
  }
}

async function writeRoundDocx(
  target: string,
  parts: readonly DocumentContent[],
  interview: Interview,
  title: string,
  language: Language,
  now: number,
  properties: DocxProperties,
): Promise<void> {
  const input = {
    parts,
    threads: [],
    pictures: new Map(),
    names: DEFAULT_STYLE_NAMES,
    language,
    title,
    author: formatByline(interview.byline),
    made: `${new Date(now).toISOString().slice(0, 19)}Z`,
    footer: plainText(interview.headline),
    properties,
    ...(properties.kind === 'round' ? { tracking: 'protected' as const } : {}),
  };
  await zipParts(target, writeDocx(input));
}

async function trustedReview(place: RoundPlace): Promise<Result<Review, LogFailure>> {
  const review = await readReview(place.files, place.folder);
  if (!review.ok) return review;
  const judgement = await judgePiece(place.files, place.folder, place.interview, review.value);
  return judgement.kind === 'forged' ? failed({ kind: 'review-forged' }) : review;
}

export interface ReturnedRound extends TakenRound {
  readonly round: Round;
}

/**
 * Reads the document of the latest round against the piece. Nothing is written: who calls it puts the piece with the proposals
 * onto the disk and then calls logReturn.
 */
export async function readRound(
  place: RoundPlace,
  file: string,
  mint: MintId,
  documents: Documents = inlineDocuments(mint),
): Promise<Result<ReturnedRound, LogFailure | RoundFailure | ReadFailure>> {
  const review = await trustedReview(place);
  if (!review.ok) return review;
  const document = await documents.read(file);
  if (!document.ok) return document;
  const rounds = roundsOf(review.value.log);
  const latest = rounds.at(-1);
  const sent = latest ? await readVersion(place.files, place.folder, latest.version) : null;
  const round = roundOfDocument(document.value, rounds, (each) => (each === latest ? sent : null));
  if (!round.ok) return round;
  if (!sent) return failed({ kind: 'round-version-gone' });
  const taken = takeRound(place.interview, sent, document.value, { mint, now: place.now });
  return ok({ ...taken, round: round.value });
}

/** Logs that a round came back; `interview` is the piece with its proposals, kept as a version for the receipt. */
export async function logReturn(place: RoundPlace, number: number, changes: number): Promise<Result<null, LogFailure>> {
  const { files, folder, interview, profile, now } = place;
  const version = await keepVersion(files, folder, interview, now);
  const about = `#${number} | changes: ${changes}`;
  return await writeEvent(files, folder, interview, { what: 'round-in', about, version }, profile, now);
}

/** Logs what was decided about an answer, with the reason that the receipt gives. */
export async function logDecision(
  place: RoundPlace,
  number: number,
  question: string,
  decision: 'accept' | 'refuse',
  reason: string,
): Promise<Result<null, LogFailure>> {
  const { files, folder, interview, profile, now } = place;
  const about = decisionNote(number, question, decision);
  return await writeEvent(files, folder, interview, { what: 'round-decide', about, reason }, profile, now);
}

export interface RoundState {
  readonly round: Round;
  /** Null before it came back. */
  readonly outcomes: readonly AnswerOutcome[] | null;
}

/** The latest round and how its answers stand; null before the first. */
export async function latestRound(place: RoundPlace): Promise<Result<RoundState | null, LogFailure | RoundFailure>> {
  const review = await trustedReview(place);
  if (!review.ok) return review;
  const round = roundsOf(review.value.log).at(-1);
  if (!round) return ok(null);
  const back = round.returned.at(-1);
  if (!back) return ok({ round, outcomes: null });
  const sent = await readVersion(place.files, place.folder, round.version);
  const returned = await readVersion(place.files, place.folder, back.version);
  if (!sent || !returned) return failed({ kind: 'round-version-gone' });
  const by = nameOfInterviewee(sent);
  return ok({ round, outcomes: outcomesOf(sent, returned, place.interview, by, round.decisions) });
}

/** Writes what became of the changes as a document and a page into `out`. */
export async function writeReceipt(
  place: RoundPlace,
  language: Language,
  out: string,
): Promise<Result<SentRound, LogFailure | RoundFailure | ExportFailure>> {
  const state = await latestRound(place);
  if (!state.ok) return state;
  const { round, outcomes = null } = state.value ?? {};
  if (!round || !outcomes) return failed({ kind: 'round-none' });
  const content = receiptOf(place.interview, round.number, outcomes, language);
  const stem = `${fileStem(place.interview)}-round-${round.number}-receipt`;
  const names = [`${stem}.docx`, `${stem}.html`];
  const conflict = await findConflict(out, names);
  if (conflict !== null) return failed({ kind: 'target-exists', path: conflict });
  await mkdir(out, { recursive: true });
  const staging = await openStaging(out);
  try {
    const properties = { kind: 'receipt', content: contentHash(place.interview, sha256) } as const;
    const target = path.join(staging.folder, `${stem}.docx`);
    await writeRoundDocx(
      target,
      receiptDocument(content),
      place.interview,
      content.title,
      language,
      place.now,
      properties,
    );
    await writeFile(path.join(staging.folder, `${stem}.html`), receiptAsHtml(content));
    const written = await writtenFiles(staging.folder, names);
    await staging.place(names);
    return ok({ number: round.number, folder: out, files: written });
  } finally {
    await staging.clear();
  }
}
