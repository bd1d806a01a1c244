import { describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate, type RawFile } from '../../../../shared/interview/migrate';
import { FORMAT_VERSION } from '../../../../shared/interview/types';
import { countingMint } from '../../../../shared/interview/build';
import { readInterviewFile } from '../../../../shared/readers/read-interview-file';

/** Before and after each step, by its name. A step without an entry here fails the last test. */
const steps: { readonly [name: string]: { readonly before: RawFile; readonly after: RawFile } } = {
  'title-becomes-headline': {
    before: { format: 'galley', version: 0, language: 'vi', title: 'Nước', lead: 'Mở đầu', body: [], mood: 'kept' },
    after: {
      format: 'galley',
      version: 1,
      language: 'vi',
      headline: [{ text: 'Nước' }],
      standfirst: [{ text: 'Mở đầu' }],
      people: [],
      photos: [],
      teasers: [],
      byline: [],
      comments: false,
      body: [],
      mood: 'kept',
    },
  },
};

describe('migrations', () => {
  it.each(MIGRATIONS.map((step) => [step.name, step] as const))('%s', (name, step) => {
    const example = steps[name];
    expect(example && { ...step.change(example.before), version: step.from + 1 }).toEqual(example?.after);
  });

  it('lead without a gap from the first version to this one', () => {
    expect(MIGRATIONS.map((step) => step.from)).toEqual(
      Array.from({ length: FORMAT_VERSION }, (_, version) => version),
    );
  });

  it('all have an example here', () => {
    expect(Object.keys(steps)).toEqual(MIGRATIONS.map((step) => step.name));
  });

  it('open an early draft, and say so', () => {
    const result = readInterviewFile(JSON.stringify(steps['title-becomes-headline']?.before), { mint: countingMint() });
    expect(result.ok && result.value.remarks).toEqual([{ rule: 'migrated', severity: 'note', values: { version: 0 } }]);
    expect(result.ok && result.value.interview.headline).toEqual([{ text: 'Nước' }]);
  });

  it('leave a file of today alone', () => {
    const file = { format: 'galley', version: FORMAT_VERSION };
    expect(migrate(file, FORMAT_VERSION)).toEqual({ ok: true, value: file });
  });
});
