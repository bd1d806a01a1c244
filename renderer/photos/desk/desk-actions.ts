import type { Remark } from '../../../shared/checks/remark';
import type { Place } from '../../../shared/interview/place';
import { keyOfPicture, placeOfPicture, shownPictures } from '../../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../../shared/interview/shown-pictures';
import type { Photo } from '../../../shared/interview/types';
import { codesOfPeople, readCodeList } from '../../../shared/photos/code-list';
import type { CodeList } from '../../../shared/photos/code-list';
import { fillPattern, patternCredit, patternOf } from '../../../shared/photos/caption-pattern';
import { deskVariables, fieldText, fillFrom, writeField } from '../../../shared/photos/desk-fields';
import type { DeskChange, DeskField } from '../../../shared/photos/desk-fields';
import { photoOf, pictureAt, pictureOf } from '../../../shared/photos/desk-photos';
import type { CodeListText } from '../../../shared/ipc/contract';
import { notify, notifyFailure, useShell } from '../../app/shell-store';
import { galley } from '../../galley';
import type { PieceSession } from '../../session/piece-session';
import { mayChange } from '../may-change';
import { activeField, desk, setActiveField, setDesk, useDesk } from './desk-store';
import { photoHistory } from './photo-history';

/** Opens the desk on the photo in which the caret is, else on the first. */
export function openPhotoDesk(session: PieceSession): void {
  session.editor?.flush();
  const { interview, caret } = session.store.getState();
  const found = pictureAt(interview, caret?.place ?? undefined) ?? shownPictures(interview)[0];
  const first = found ? keyOfPicture(found) : null;
  useDesk.setState({
    desk: {
      session,
      history: photoHistory(session),
      current: first,
      selected: new Set(first === null ? [] : [first]),
      use: 'print',
      codes: new Map(),
      codesName: null,
      remarks: [],
      people: false,
    },
  });
  void galley.call('codes:read').then((list) => list && useDesk.getState().desk && takeCodes(list));
}

/** Closes the desk; the caret goes to the caption of the photo that was shown, or to another place. */
export function closePhotoDesk(to?: Place): void {
  const { desk: open } = useDesk.getState();
  if (!open) return;
  activeField()?.commit();
  setActiveField(null);
  const { current, session } = open;
  const shown = pictureOf(blocksNow(), current);
  const place = to ?? (shown && placeOfPicture(shown, 'caption'));
  useDesk.setState({ desk: null });
  // After the text is there again: it takes no focus before.
  setTimeout(() => session.editor?.focus(place), 0);
}

export function blocksNow(): readonly ShownPicture[] {
  return shownPictures(desk().session.store.getState().interview);
}

/** Shows another photo. `extend` keeps what is selected up to it, `toggle` takes it in or out. */
export function goTo(block: string, how: 'alone' | 'extend' | 'toggle' = 'alone'): void {
  activeField()?.commit();
  const { current, selected } = desk();
  if (how === 'alone') return setDesk({ current: block, selected: new Set([block]), remarks: [] });
  const next = new Set(selected);
  if (how === 'extend') {
    const ids = blocksNow().map(keyOfPicture);
    const [from, to] = [ids.indexOf(current ?? block), ids.indexOf(block)].sort((one, other) => one - other);
    ids.slice(from, (to ?? 0) + 1).forEach((id) => next.add(id));
  } else if (next.has(block) && next.size > 1) {
    next.delete(block);
    const rest = [...next].at(-1) ?? block;
    return setDesk({ selected: next, current: block === current ? rest : current });
  } else next.add(block);
  setDesk({ current: block, selected: next, remarks: [] });
}

/** The photo so many places further; stays at either end. */
export function step(by: number, how: 'alone' | 'extend' = 'alone'): void {
  const blocks = blocksNow();
  const at = blocks.findIndex((each) => keyOfPicture(each) === desk().current);
  const next = blocks[Math.min(Math.max(0, at + by), blocks.length - 1)];
  if (next && (keyOfPicture(next) !== desk().current || desk().selected.size > 1)) goTo(keyOfPicture(next), how);
}

export function selectAll(): void {
  setDesk({ selected: new Set(blocksNow().map(keyOfPicture)) });
}

/** Gives a field of the current photo these words. */
export function writeCurrent(block: string, field: DeskField, text: string): void {
  const { session } = desk();
  const { interview } = session.store.getState();
  const found = shownPictures(interview).filter((each) => keyOfPicture(each) === block);
  apply(writeField(interview, found, field, text));
}

/** What is told of the picture itself waits for the end of suggest mode; words under it are proposed. */
function apply(change: DeskChange): boolean {
  const { session, history } = desk();
  const photos = change.photos.length > 0 && mayChange(session) ? change.photos : [];
  return history.apply({ ...change, photos });
}

/** Gives the field that has the caret to every selected photo. */
export function fillSelected(): boolean {
  const active = activeField();
  const { current, selected, session } = desk();
  if (!active || current === null) return false;
  active.commit();
  const { interview } = session.store.getState();
  const blocks = shownPictures(interview);
  const from = pictureOf(blocks, current);
  if (!from) return false;
  const others = blocks.map(keyOfPicture).filter((key) => selected.has(key) && key !== current);
  if (others.length === 0) {
    notify('plain', 'photodesk.none-selected');
    return true;
  }
  const text = fieldText(from, photoOf(interview, from), active.field);
  if (
    apply(
      writeField(
        interview,
        blocks.filter((each) => others.includes(keyOfPicture(each))),
        active.field,
        text,
      ),
    )
  )
    notify('plain', 'photodesk.filled', { count: others.length });
  return true;
}

/** From the photo before: the field that has the caret; outside a field, everything that is still empty. */
export function copyPrevious(inField: boolean): boolean {
  const { current, session } = desk();
  const { interview } = session.store.getState();
  const blocks = shownPictures(interview);
  const at = blocks.findIndex((each) => keyOfPicture(each) === current);
  const [before, to] = [blocks[at - 1], blocks[at]];
  if (!before || !to) return false;
  const active = activeField();
  if (!inField || !active) return apply(fillFrom(interview, before, to));
  active.replace(fieldText(before, photoOf(interview, before), active.field));
  return true;
}

/** Words the caption, or the credit when the caret stands there, as the paper does. */
export function wordByPattern(): boolean {
  const { current, session } = desk();
  const { interview } = session.store.getState();
  const block = pictureOf(blocksNow(), current);
  if (!block) return false;
  const active = activeField();
  active?.commit();
  const { captionPattern, ownPatterns } = useShell.getState().settings;
  const pattern = patternOf(captionPattern, ownPatterns);
  if (!pattern) return false;
  const variables = deskVariables(interview, block, photoOf(interview, block));
  if (active?.field === 'credit') {
    const credit = fieldText(block, undefined, 'credit') || (variables.credit ?? '');
    if (credit === '') notify('plain', 'photodesk.pattern-no-credit');
    else active.replace(patternCredit(pattern.credit, credit));
    return true;
  }
  const caption = fillPattern(pattern.caption, variables);
  if (caption === null) notify('plain', 'photodesk.pattern-empty');
  else if (active?.field === 'caption') active.replace(caption);
  else writeCurrent(keyOfPicture(block), 'caption', caption);
  return true;
}

/** Changes the record of the current photo: its cuts, its focal point, how it is straightened. */
export function changePhoto(photo: Photo): void {
  apply({ blocks: [], photos: [photo] });
}

export async function chooseCodes(): Promise<void> {
  const chosen = await galley.call('codes:choose');
  if (!chosen.ok) return notifyFailure(chosen.failure);
  if (chosen.value) takeCodes(chosen.value);
}

function takeCodes({ name, text }: CodeListText): void {
  const { codes, remarks } = readCodeList(text);
  setDesk({ codes, codesName: name, remarks });
}

export function sayRemarks(remarks: readonly Remark[]): void {
  setDesk({ remarks });
}

/** The codes that hold now: the list wins over what the people of the piece would be called. */
export function codesNow(): CodeList {
  const { codes, session } = desk();
  return new Map([...codesOfPeople(session.store.getState().interview.people), ...codes]);
}
