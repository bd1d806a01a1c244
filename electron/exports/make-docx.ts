import { manuscriptOf } from '../../shared/writers/docx/manuscript';
import type { ManuscriptPart } from '../../shared/writers/docx/content';
import type { DocxPicture } from '../../shared/writers/docx/picture-xml';
import { writeDocx } from '../../shared/writers/docx/write-docx';
import type { Remark } from '../../shared/checks/remark';
import { translator } from '../../shared/i18n/translate';
import { formatByline } from '../../shared/interview/byline';
import { plainText } from '../../shared/interview/text';
import type { ExportFailure } from '../../shared/ipc/contract';
import { cutOf } from '../../shared/photos/crop';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import type { Stamp } from '../../shared/review/manifest';
import { contentHash } from '../../shared/review/seal';
import { handOffWords } from '../../shared/writers/hand-off/words';
import { sha256 } from '../sha256';
import { stampDocx } from '../review/stamp-docx';
import type { Made, Making } from './making';
import { renderPhoto, unreadable } from './rendered-pictures';
import { zipParts } from './zip-parts';

/** A picture as wide as the text at 150 dots to the inch, twice that on a dense screen. */
const PICTURE = { width: 1600, format: 'jpg', quality: 82 } as const;

/** The clean manuscript, with pictures, captions and named styles. */
export function makeDocx(making: Making): Promise<Made> {
  return makeDocument(making, 'manuscript');
}

/** The manuscript with every open proposal as a tracked change and every thread as comments. */
export function makeReviewDocx(making: Making): Promise<Made> {
  return makeDocument(making, 'review');
}

async function makeDocument(making: Making, kind: 'manuscript' | 'review'): Promise<Made> {
  const { interview, photoPath, target, styleNames, progress, now, language } = making;
  const manuscript = manuscriptOf(interview, (photo) => photoPath(photo) !== null);
  const drawn = await embeddedPictures(making, manuscript.parts);
  if (!drawn.ok) return drawn;
  const { pictures, remarks } = drawn.value;
  const headline = plainText(interview.headline);
  const properties = { kind, content: contentHash(interview, sha256) };
  const stamp = making.stamp && ownStamp(making.stamp, properties.content);
  const parts = writeDocx({
    parts: manuscript.parts,
    threads: kind === 'review' ? (interview.threads ?? []) : [],
    pictures,
    names: styleNames,
    language: interview.language,
    title: headline,
    author: formatByline(interview.byline),
    made: `${new Date(now()).toISOString().slice(0, 19)}Z`,
    footer: headline === '' ? handOffWords(interview.language).untitled : headline,
    ...(stamp?.kind === 'proof' ? { header: translator(language)('review.proof') } : {}),
    properties,
    ...(kind === 'review' ? { tracking: 'on' as const } : {}),
  });
  await zipParts(target, stamp ? stampDocx(parts, properties, stamp) : parts);
  progress(1);
  return ok([...manuscript.remarks, ...remarks]);
}

/** The review document holds the piece as it stands: where that is not what was sealed, it is a proof like any other. */
function ownStamp(stamp: Stamp, content: string): Stamp {
  return stamp.kind === 'sealed' && stamp.seal.hash !== content ? { kind: 'proof' } : stamp;
}

interface Embedded {
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  readonly remarks: readonly Remark[];
}

/** The pictures of the manuscript by their block, cut as for the screen and without the data of their files. */
async function embeddedPictures(
  making: Making,
  parts: readonly ManuscriptPart[],
): Promise<Result<Embedded, ExportFailure>> {
  const pictures = new Map<string, DocxPicture>();
  const remarks: Remark[] = [];
  const wanted = parts.flatMap((part) => (part.kind === 'picture' ? [part] : []));
  for (const [index, { block, photo }] of wanted.entries()) {
    const rendered = await renderPhoto(making, photo, { ...PICTURE, ...cutOf(photo, 'web') });
    if (!rendered.ok) return rendered;
    if (rendered.value) pictures.set(block.id, rendered.value);
    else remarks.push(unreadable(photo));
    making.progress((index + 1) / (wanted.length + 1));
  }
  return ok({ pictures, remarks });
}
