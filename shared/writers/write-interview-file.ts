import { normalise } from '../interview/normalise';
import type { Block, Interview } from '../interview/types';

/** The order in which fields stand in the file: people who open it meet the words first. */
const FIELD_ORDER: readonly (keyof Interview)[] = [
  'format',
  'version',
  'language',
  'kicker',
  'headline',
  'standfirst',
  'byline',
  'published',
  'paper',
  'section',
  'issue',
  'slug',
  'labels',
  'template',
  'variables',
  'people',
  'body',
  'photos',
  'teasers',
  'comments',
  'suggestions',
  'threads',
];

/** Likewise within a block or any other entry; what is not named follows in its own order. */
const ENTRY_ORDER = [
  'kind',
  'id',
  'label',
  'name',
  'heading',
  'speaker',
  'timecode',
  'photoId',
  'span',
  'caption',
  'credit',
  'text',
  'marks',
  'link',
  'by',
  'at',
];

/**
 * An interview as the text of its file: JSON with one field to a line, and one block, person, photo to a line, so that
 * the file can be read, searched and compared without this program. Ends with a line end.
 * Equal interviews give equal files; an unknown block is written exactly as it came.
 */
export function writeInterviewFile(interview: Interview): string {
  const canonical = normalise(interview) as unknown as Record<string, unknown>;
  const lines = inOrder(canonical, FIELD_ORDER).map(
    ([field, value]) => `  ${JSON.stringify(field)}: ${writeField(field, value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  'variables',
  'people',
  'byline',
  'body',
  'photos',
  'teasers',
  'threads',
]);

function writeField(field: string, value: unknown): string {
  if (!ENTRY_FIELDS.has(field) || !Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const entries = value.map((entry) => `    ${field === 'body' ? writeBlock(entry as Block) : writeEntry(entry)}`);
  return `[\n${entries.join(',\n')}\n  ]`;
}

function writeBlock(block: Block): string {
  return block.kind === 'unknown' ? JSON.stringify(block.raw) : writeEntry(block);
}

function writeEntry(entry: unknown): string {
  return JSON.stringify(sorted(entry));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    inOrder(value as Record<string, unknown>, ENTRY_ORDER).map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The entries that have a value: those named in `order` first, the others after them by name. */
function inOrder(record: Record<string, unknown>, order: readonly string[]): readonly (readonly [string, unknown])[] {
  const named = order.filter((key) => Object.hasOwn(record, key));
  const others = Object.keys(record).filter((key) => !order.includes(key));
  return [...named, ...others.toSorted()].flatMap((key) =>
    record[key] === undefined ? [] : [[key, record[key]] as const],
  );
}
