import type { CommandId } from '../../shared/commands/table';
import type { Change } from '../../shared/interview/change';
import type { Interview, PhotoBlock } from '../../shared/interview/types';
import type { Place } from '../../shared/interview/visit';
import type { Spot } from '../../shared/proof/proof';
import type { Remark } from '../../shared/checks/remark';
import type { CutView } from '../../shared/photos/cut-view';
import type { TakenPhoto } from '../../shared/ipc/contract';
import type { Translate } from '../../shared/i18n/translate';
import type { EditorComments } from './comments/contract';

/** What the shell gives the editor. The editor is mounted anew for every piece (React key = piece id). */
export interface EditorProps {
  /** The piece as opened; later changes come out through onChange and go in through the handle, never through this prop. */
  readonly interview: Interview;
  readonly translate: Translate;
  /** Nothing can be typed or changed by hand; what others write still comes in. */
  readonly readOnly: boolean;
  /** Where the window shows a picture from: app://galley/photo/…; null while it is missing. */
  readonly photoUrl: (photoId: string) => string | null;
  /** What of a picture is seen; all of it where nothing is answered. */
  readonly photoCut?: (photoId: string) => CutView | null;
  /** What was typed, as whole blocks and fields, at most one second after it was typed. */
  readonly onChange: (change: Change) => void;
  /** After every change of the caret or of what commands may run. */
  readonly onState: (state: EditorState) => void;
  /** Something a paste dropped or a drop refused: to be shown quietly. */
  readonly onRemarks: (remarks: readonly Remark[]) => void;
  /** Pictures dropped or pasted: the shell takes them in and answers through insertPhoto. */
  readonly onPictures: (files: readonly File[]) => void;
  /** The picture button of a photo block, or of a picture of a gallery (keyOfPicture), was pressed: choose a file and answer through replacePhoto. */
  readonly onReplacePicture: (block: string) => void;
  /** The button of a gallery for more pictures was pressed: choose files and answer through addToGallery. */
  readonly onAddPictures: (gallery: string) => void;
  /** A click on a link with the modifier key. */
  readonly onOpenLink: (link: string) => void;
  /** Commented words or a mark in the margin were pressed: the thread is to be shown. */
  readonly onThread: (thread: string) => void;
  readonly onReady: (editor: EditorHandle) => void;
  /** In whose name what is typed is only proposed; null or absent while it is written for good. */
  readonly suggestAs?: string | null;
}

/** Which open changes are meant: those at the caret, one by its id, a block's, an author's, or all. */
export type WhichChanges =
  | { readonly kind: 'caret' | 'all' }
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'block'; readonly block: string }
  | { readonly kind: 'author'; readonly author: string };

export interface EditorState {
  /** The block the caret is in, or the field. */
  readonly place: Place | null;
  readonly selectedCharacters: number;
  /** The comment threads about the words at the caret. */
  readonly threads: readonly string[];
  readonly active: ReadonlySet<CommandId>;
  readonly enabled: ReadonlySet<CommandId>;
  /** Why commands that people look for do not apply here. */
  readonly refused: ReadonlyMap<CommandId, Remark>;
}

export interface EditorHandle {
  /** Runs an editor command; false when it does not apply here (nothing has happened then). */
  run(command: CommandId): boolean;
  /** Hands out what has not been handed out yet, at once. */
  flush(): void;
  /** Puts the caret to the end of the text at a place, or before its character `offset` (UTF-16 units). */
  focus(place?: Place, offset?: number): void;
  /** Where the caret is; null without one, or when it stands in no text. */
  caret(): Spot | null;
  /** Inserts photo blocks after the caret's block, as one undo step; many come in over some frames. */
  insertPhotos(taken: readonly TakenPhoto[]): Promise<void>;
  /** The same as one gallery. */
  insertGallery(taken: readonly TakenPhoto[]): void;
  /** Adds pictures behind the caret's one, or at the end; false when the gallery cannot hold them all. */
  addToGallery(gallery: string, taken: readonly TakenPhoto[]): boolean;
  /** The gallery that holds the caret, by its block. */
  gallery(): string | null;
  /** Puts another picture into a photo block; its texts stay unless they are empty. */
  replacePhoto(block: string, taken: TakenPhoto): void;
  updatePhoto(block: string, change: Partial<Pick<PhotoBlock, 'span' | 'alt'>>): void;
  /** Texts and widths of several photo blocks as one undo step; false when nothing differed. The caret and the focus stay. */
  updatePhotos(changes: readonly PhotoChange[]): boolean;
  /** Moves a whole pair so that it becomes the `to`th of the pairs, counted from 0 after the move. One undo step. */
  movePair(question: string, to: number): void;
  addQuestion(): void;
  /** Replaces every `{{label}}` by its value, in all texts, as one undo step. */
  fillVariables(values: readonly { readonly label: string; readonly value: string }[]): void;
  find(query: FindQuery | null): FindResult;
  findNext(step: 1 | -1): FindResult;
  replaceCurrent(by: string): FindResult;
  /** Returns how many were replaced, in one undo step. */
  replaceAll(by: string): number;
  /** Links the selected words or the link at the caret, or takes the link off with null; the command `link` opens a field for it. */
  setLink(link: string | null): void;
  /** Puts in what was not typed here, as one undo step; the caret stays at its words. It comes out through onChange too. */
  apply(change: Change): void;
  /** Accepts or refuses open changes as one undo step; returns how many. */
  decide(decision: 'accept' | 'refuse', which: WhichChanges): number;
  /** Selects a change and brings it into view; false when it is no longer there. `focus` also puts the keyboard there. */
  goToChange(id: string, focus?: boolean): boolean;
  readonly comments: EditorComments;
  /** True while an input method has a word under way: nothing may be put in then. */
  composing(): boolean;
  /** The piece as the editor has it now, with unflushed typing. */
  read(): Interview;
}

/** New values of some parts of a photo block. */
export interface PhotoChange extends Partial<Pick<PhotoBlock, 'span' | 'caption' | 'credit' | 'alt'>> {
  readonly block: string;
}

export interface FindQuery {
  readonly text: string;
  /** Distinguish ê from e and đ from d. */
  readonly accents: boolean;
  readonly matchCase: boolean;
}

export interface FindResult {
  readonly count: number;
  /** From 1; 0 when there is none. */
  readonly current: number;
}
