import { keyOfPicture } from '../../../shared/interview/shown-pictures';
import type { Photo } from '../../../shared/interview/types';
import { photoOf } from '../../../shared/photos/desk-photos';
import { lacksShapedCrop, withSuggestedCrops } from '../../../shared/photos/suggest-crops';
import { notify } from '../../app/shell-store';
import { galley } from '../../galley';
import { mayChange } from '../may-change';
import { blocksNow } from './desk-actions';
import { desk, useDesk } from './desk-store';

/** Cuts for the web's shapes where the eye goes, for every selected photo that has none yet; one step of undo. */
export async function suggestCrops(): Promise<void> {
  const { session, history } = desk();
  if (!mayChange(session)) return;
  const wanted = selectedPhotos().filter(lacksShapedCrop);
  if (wanted.length === 0) return notify('plain', 'photodesk.crops-there');
  const asked = wanted.map(({ file, straighten }) => ({ file, ...(straighten === undefined ? {} : { straighten }) }));
  const { crops, refused } = await galley.call('photo:suggest-crops', session.opened.piece, asked);
  // Another piece may have come, or a hand may have cut meanwhile.
  if (useDesk.getState().desk?.session !== session || !mayChange(session)) return;
  const found = new Map(crops.map((each) => [each.file, each.crops]));
  const cut = selectedPhotos().flatMap((photo) => {
    const suggested = found.get(photo.file);
    return suggested && lacksShapedCrop(photo) ? [withSuggestedCrops(photo, suggested)] : [];
  });
  if (cut.length > 0) {
    history.apply({ blocks: [], photos: cut });
    notify('plain', 'photodesk.crops-suggested', { count: cut.length });
  }
  if (refused.length > 0) notify('problem', 'photodesk.crops-refused', { count: refused.length });
}

function selectedPhotos(): readonly Photo[] {
  const { session, selected, current } = desk();
  const { interview } = session.store.getState();
  const keys = selected.size > 0 ? selected : new Set(current === null ? [] : [current]);
  const photos = blocksNow()
    .filter((block) => keys.has(keyOfPicture(block)))
    .flatMap((block) => photoOf(interview, block) ?? []);
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()];
}
