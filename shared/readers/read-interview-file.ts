import type { core } from 'zod';
import { loss, note, type Remark } from '../checks/remark';
import type { MintId } from '../interview/build';
import { migrate, type RawFile } from '../interview/migrate';
import { cleanCharacters, normalise } from '../interview/normalise';
import { repair } from '../interview/repair';
import { interviewSchema } from '../interview/schema';
import { shownPictures } from '../interview/shown-pictures';
import { plainText } from '../interview/text';
import { FORMAT_VERSION, type Interview } from '../interview/types';
import { textsOf } from '../interview/visit';
import { failed, ok, type Result } from '../result';
import { DEPTH_LIMIT, INTERVIEW_FILE_LIMIT, megabytes } from './limits';
import type { ReadDocument, ReadFailure } from './reader';

/**
 * Reads the text of an interview.json: size, JSON, ours, version, migration, schema, then canonical form and repair.
 * Blocks of unknown kinds and fields of later versions stay as they came. Nothing is returned in part.
 */
export function readInterviewFile(
  source: string,
  options: { readonly mint: MintId },
): Result<ReadDocument, ReadFailure> {
  if (source.length > INTERVIEW_FILE_LIMIT)
    return failed({ kind: 'too-large', limit: megabytes(INTERVIEW_FILE_LIMIT) });
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  if (text.trim() === '') return failed({ kind: 'empty' });

  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const raw = parsed.value;
  if (!isRecord(raw) || raw['format'] !== 'galley') return failed({ kind: 'not-ours' });

  const version = raw['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return failed({ kind: 'damaged', detail: 'version' });
  if (version > FORMAT_VERSION) return failed({ kind: 'too-new', version });

  const remarks: Remark[] = [];
  const walked = dropPrototypeKeys(raw);
  if (walked === 'too-deep') return failed({ kind: 'damaged', detail: `> ${DEPTH_LIMIT}` });
  if (walked > 0) remarks.push(loss('unsafe-keys-dropped', { count: walked }));

  const migrated = migrate(raw, version);
  if (!migrated.ok) return failed({ kind: 'migration-failed', version: migrated.failure.version });
  if (version < FORMAT_VERSION) remarks.push(note('migrated', { version }));

  const checked = interviewSchema.safeParse(migrated.value);
  if (!checked.success) return failed({ kind: 'damaged', detail: placeOf(checked.error.issues) });
  if (hasForeignCharacters(checked.data)) remarks.push(note('characters-cleaned'));

  const repaired = repair(normalise(checked.data), options.mint);
  return ok({ interview: repaired.interview, remarks: [...remarks, ...repaired.remarks] });
}

function isRecord(value: unknown): value is RawFile {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A broken file of ours is damaged and worth saving; anything else that is not JSON is foreign. */
function parseJson(text: string): Result<unknown, ReadFailure> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!/^\s*\{[^]{0,2000}?"format"\s*:\s*"galley"/.test(text)) return failed({ kind: 'not-ours' });
    return failed({ kind: 'damaged', detail: lineOf(error.message, text) });
  }
}

/** Where JSON stops being JSON, as line:column. Node 20 names the place in its message except at the end of the text. */
function lineOf(message: string, text: string): string {
  const at = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, at).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/**
 * Takes every own key "__proto__" out of freshly parsed JSON: a later copy by assignment would set a prototype with it.
 * Returns how many there were. Walks without recursion: JSON.parse accepts a nesting that would overflow the stack here.
 */
function dropPrototypeKeys(root: RawFile): number | 'too-deep' {
  let dropped = 0;
  const open: { readonly node: object; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > DEPTH_LIMIT) return 'too-deep';
    if (Object.hasOwn(node, '__proto__')) {
      delete (node as { ['__proto__']?: unknown })['__proto__'];
      dropped++;
    }
    for (const child of Object.values(node) as unknown[])
      if (typeof child === 'object' && child !== null) open.push({ node: child, depth: depth + 1 });
  }
  return dropped;
}

/** The first thing that is wrong, as a path that a person can follow: "body › 4 › span", counted from 1. */
function placeOf(issues: readonly core.$ZodIssue[]): string {
  const path = issues[0] ? deepestPath(issues[0]) : [];
  return path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ') || '1';
}

/** For a union the branch that got furthest knows best what the file meant to say. */
function deepestPath(issue: core.$ZodIssue): readonly PropertyKey[] {
  if (issue.code !== 'invalid_union') return issue.path;
  const inner = issue.errors.map((branch) => (branch[0] ? deepestPath(branch[0]) : []));
  const deepest = inner.reduce((best, path) => (path.length > best.length ? path : best), []);
  return [...issue.path, ...deepest];
}

function hasForeignCharacters(interview: Interview): boolean {
  const alts = shownPictures(interview).map(({ alt }) => alt);
  const texts = [...textsOf(interview).map(({ text }) => plainText(text)), ...alts];
  return texts.some((text) => cleanCharacters(text) !== text);
}
