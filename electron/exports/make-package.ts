import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { shownPictures } from '../../shared/interview/shown-pictures';
import type { Interview, Photo } from '../../shared/interview/types';
import { failed, ok } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { picturesAlone } from '../../shared/writers/hand-off/story';
import { writeIcml } from '../../shared/writers/icml/write-icml';
import { writePlainText } from '../../shared/writers/plain/write-plain-text';
import { utf16le, writeTaggedText } from '../../shared/writers/tagged-text/write-tagged-text';
import { checkReport } from './check-report';
import { handOffFiles } from './hand-off-files';
import { writeIdmlFile } from './make-idml';
import { makeDocx } from './make-docx';
import { makePdf } from './make-pdf';
import type { Made, Making } from './making';
import { sealAbout, writeManifest } from './manifest';
import { photoTable } from './photo-table';
import { stamped } from './stamp-pdf-bytes';
import { writeFolderManifest } from '../review/stamp-web';
import { printForPress } from './print-for-press';

const ORIGINALS = 'originals';

/** The shares of the work when each part is done; the rest is copying and counting. */
const SHARE = { photos: 0.3, proof: 0.6, press: 0.95 };

/**
 * Everything that a layout desk or a printer may ask for, in one folder: layout, story, tagged and plain text, proof,
 * press PDF, photos for the press and as they came, their captions, a report, and the sums of all files.
 */
export async function makePackage(making: Making): Promise<Made> {
  const { target, interview, styleNames, progress } = making;
  const stem = fileStem(interview);
  const at = (name: string) => path.join(target, name);
  const part = (from: number, to: number) => (done: number) => progress(from + done * (to - from));
  await mkdir(at(ORIGINALS), { recursive: true });

  const files = await handOffFiles(making, target, part(0, SHARE.photos));
  if (!files.ok) return files;
  const { handOff, links, condition, photos } = files.value;
  await writeIdmlFile(at(`${stem}.idml`), files.value, making);
  await writeFile(at(`${stem}.icml`), writeIcml(handOff, links, styleNames));
  await writeFile(at(`${stem}-tagged.txt`), utf16le(writeTaggedText(handOff, styleNames)));
  await writeFile(at(`${stem}.txt`), writePlainText(handOff));

  const manuscript = await makeDocx({ ...making, target: at(`${stem}.docx`), progress: () => {} });
  if (!manuscript.ok) return manuscript;
  const proof = await makePdf({ ...making, target: at(`${stem}.pdf`), progress: part(SHARE.photos, SHARE.proof) });
  if (!proof.ok) return proof;
  const press = await printForPress({ ...making, progress: part(SHARE.proof, SHARE.press) }, condition);
  if (!press.ok) return press;
  await writeFile(at(`${stem}-press.pdf`), await stamped(press.value.pdf, making));

  const originals = await copyOriginals(making, target);
  const rows = picturesAlone(handOff).map((picture) => ({
    picture,
    press: photos.find(({ photo }) => photo === picture.photo) ?? null,
    original: originals.get(picture.photo?.file ?? '') ?? null,
  }));
  await writeFile(at('photos.csv'), photoTable(interview.language, rows));
  const remarks: readonly Remark[] = [...files.value.remarks, ...proof.value, ...press.value.remarks];
  await writeFile(
    at('checks.txt'),
    checkReport(interview, files.value, remarks, { ...making, made: new Date(making.now()) }),
  );
  if (making.signal.aborted) return failed({ kind: 'cancelled' });
  await writeManifest(target, { format: 'package', ...sealAbout(making) });
  if (making.stamp) await writeFolderManifest(target, making.stamp);
  progress(1);
  return ok(remarks);
}

/** The photos as they came, under plain names; gives the name of each by its photo file. */
async function copyOriginals({ interview, photoPath }: Making, target: string): Promise<ReadonlyMap<string, string>> {
  const copied = new Map<string, string>();
  for (const [index, photo] of photosInOrder(interview).entries()) {
    const found = photoPath(photo);
    if (found === null) continue;
    const name = `${ORIGINALS}/${fileStem(interview)}-${index + 1}${path.extname(photo.file)}`;
    await copyFile(found, path.join(target, name));
    copied.set(photo.file, name);
  }
  return copied;
}

/** The photos that stand in the piece, each once; others of its folder are not for print. */
function photosInOrder({ body, photos }: Interview): readonly Photo[] {
  const named = shownPictures({ body }).map(({ photoId }) => photoId);
  return [...new Set(named)].flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
}
