import { note } from '../../shared/checks/remark';
import { PROPERTY } from '../../shared/docx/properties';
import type { MintId } from '../../shared/interview/build';
import type { Interview } from '../../shared/interview/types';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { takeBack, type TakeBackFailure, type TakenBack } from '../../shared/review/returned/take-back';
import { contentHash } from '../../shared/review/seal';
import type { Files } from '../desk/files';
import { sha256 } from '../sha256';
import { listVersions, readVersion } from '../review/versions';
import type { Documents } from './documents';
import { inlineDocuments } from './documents';

/** How many versions are looked through for the one that a document was made from: the newest are the likely ones. */
const VERSIONS_LOOKED_AT = 200;

/** Reads a document that was made from the piece and proposes what changed in it. Nothing is written. */
export async function takeBackFile(
  piece: { readonly files: Files; readonly folder: string; readonly interview: Interview },
  file: string,
  options: { readonly mint: MintId; readonly now: number; readonly by?: string; readonly documents?: Documents },
): Promise<Result<TakenBack, ReadFailure | TakeBackFailure>> {
  const document = await (options.documents ?? inlineDocuments(options.mint)).read(file);
  if (!document.ok) return document;
  const { properties, savedBy, savedAt, paragraphs } = document.value;
  if (properties.get(PROPERTY.kind) === 'round') return failed({ kind: 'docx-is-round' });
  const known = new Set(piece.interview.body.map(({ id }) => id));
  const placed = paragraphs.filter(({ places }) => places.some(({ block }) => block !== undefined && known.has(block)));
  const words = wordsOf(piece.interview);
  const alike = paragraphs.filter(({ spans }) =>
    words.has(
      spans
        .map(({ text }) => text)
        .join('')
        .trim(),
    ),
  );
  if (Math.max(placed.length, alike.length) * 4 < known.size) return failed({ kind: 'docx-stranger' });

  const content = properties.get(PROPERTY.content);
  const changed = content !== undefined && content !== contentHash(piece.interview, sha256);
  const base = changed ? await versionWith(piece, content) : null;
  const taken = takeBack(piece.interview, document.value, {
    mint: options.mint,
    by: options.by ?? (savedBy || '?'),
    at: savedAt || options.now,
    ...(base ? { base } : {}),
  });
  return ok(changed && !base ? { ...taken, remarks: [note('docx-older'), ...taken.remarks] } : taken);
}

async function versionWith(
  { files, folder }: { readonly files: Files; readonly folder: string },
  content: string,
): Promise<Interview | null> {
  const versions = await listVersions(files, folder);
  for (const { name } of versions.toReversed().slice(0, VERSIONS_LOOKED_AT)) {
    const version = await readVersion(files, folder, name);
    if (version && contentHash(version, sha256) === content) return version;
  }
  return null;
}

function wordsOf({ body }: Interview): ReadonlySet<string> {
  return new Set(
    body
      .flatMap((block) =>
        'text' in block
          ? [
              block.text
                .map(({ text }) => text)
                .join('')
                .trim(),
            ]
          : [],
      )
      .filter(Boolean),
  );
}
