import { failed, ok, type Result } from '../result';
import { FORMAT_VERSION } from './types';

/** A file as it came, before anything in it has been checked. */
export type RawFile = { readonly [key: string]: unknown };

/** One step from a version to the next. `change` may throw when the file is not what the step expects. */
export interface Migration {
  readonly name: string;
  /** The version it starts from; it leads to the next one. */
  readonly from: number;
  readonly change: (file: RawFile) => RawFile;
}

/** Drafts before the first release kept the headline as a plain string called `title`, and the standfirst as `lead`. */
const titleBecomesHeadline: Migration = {
  name: 'title-becomes-headline',
  from: 0,
  change: ({ title, lead, ...rest }) => ({
    ...rest,
    headline: rest['headline'] ?? plainRuns(title),
    ...(lead === undefined ? {} : { standfirst: rest['standfirst'] ?? plainRuns(lead) }),
    people: rest['people'] ?? [],
    photos: rest['photos'] ?? [],
    teasers: rest['teasers'] ?? [],
    byline: rest['byline'] ?? [],
    comments: rest['comments'] ?? false,
  }),
};

function plainRuns(words: unknown): unknown {
  if (words === undefined || words === '') return [];
  return typeof words === 'string' ? [{ text: words }] : words;
}

/** Every step there has ever been, oldest first. A released step is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [titleBecomesHeadline];

/** The file as this version writes it, or the version at which a step could not go on. */
export function migrate(file: RawFile, version: number): Result<RawFile, { readonly version: number }> {
  let current = file;
  for (let at = version; at < FORMAT_VERSION; at++) {
    const step = MIGRATIONS.find(({ from }) => from === at);
    if (!step) return failed({ version: at });
    try {
      current = { ...step.change(current), version: at + 1 };
    } catch (error) {
      // A step meets files of any shape: whatever it trips over, the file is one that this step cannot take further.
      if (error instanceof Error) return failed({ version: at });
      throw error;
    }
  }
  return ok(current);
}
