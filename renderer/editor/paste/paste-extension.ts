import { ClipboardImportExtension } from '@lexical/clipboard';
import { configExtension } from '@lexical/extension';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $getEditor,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  DROP_COMMAND,
  isHTMLElement,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { loss, note } from '../../../shared/checks/remark';
import type { Remark } from '../../../shared/checks/remark';
import { hostOf } from '../host';
import { cleanHtml } from './clean';
import type { Dropped } from './clean';
import { $insertPasted } from './insert';
import { OWN_TYPE, readOwn } from './own-format';
import { readHtml } from './read-html';
import { readPlain } from './plain';

function remarksOn(dropped: Dropped): readonly Remark[] {
  return [
    ...(dropped.pictures ? [loss('paste-pictures', { count: dropped.pictures })] : []),
    ...(dropped.tables ? [note('paste-tables', { count: dropped.tables })] : []),
    ...(dropped.links ? [loss('paste-links', { count: dropped.links })] : []),
    ...(dropped.scripts ? [note('paste-scripts', { count: dropped.scripts })] : []),
  ];
}

function tell(editor: LexicalEditor, remarks: readonly Remark[]): void {
  if (remarks.length) hostOf(editor).onRemarks(remarks);
}

function $pasteHtml(html: string, files: readonly File[]): boolean {
  const { body, dropped } = cleanHtml(html);
  const pasted = readHtml(body, dropped);
  if (pasted.length === 0) {
    // A picture copied from a page comes as an image element with the file itself beside it.
    if (files.length > 0) return $takeFiles(files, $getEditor());
    tell($getEditor(), remarksOn(dropped));
    // Nothing readable: the plain text beside it may say more.
    return false;
  }
  if (!$insertPasted(pasted)) return false;
  tell($getEditor(), remarksOn(dropped));
  return true;
}

function $pasteOwn(json: string): boolean {
  const pasted = readOwn(json);
  return pasted !== null && $insertPasted(pasted);
}

function $pastePlain(text: string): boolean {
  $insertPasted(readPlain(text));
  return true;
}

const PICTURE = /^image\//;

function $takeFiles(files: readonly File[], editor: LexicalEditor): boolean {
  const pictures = files.filter((file) => PICTURE.test(file.type) || /\.(heic|heif|tiff?)$/i.test(file.name));
  if (pictures.length) hostOf(editor).onPictures(pictures);
  if (pictures.length < files.length) tell(editor, [loss('paste-files', { count: files.length - pictures.length })]);
  return true;
}

/** A drop into a slot would raise caret errors in Lexical: it is refused, and told. */
function $refuseDropInSlot(event: DragEvent, editor: LexicalEditor): boolean {
  if (event.dataTransfer?.files.length) return false;
  const inSlot = isHTMLElement(event.target) && event.target.closest('[data-lexical-slot]');
  if (!inSlot) return false;
  event.preventDefault();
  tell(editor, [note('drop-refused')]);
  return true;
}

/** Everything that comes from the clipboard: read by us, never by Lexical's own importers. */
export const PasteExtension = defineExtension({
  name: 'galley/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [OWN_TYPE]: [$pasteOwn],
        // Another Lexical editor's nodes are not ours; its HTML says the same.
        'application/x-lexical-editor': [() => false],
        'text/html': [(html, _selection, _next, { files }) => $pasteHtml(html, [...files])],
        'text/plain': [$pastePlain],
        'text/uri-list': [$pastePlain],
      },
      priority: { [OWN_TYPE]: -10 },
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(DRAG_DROP_PASTE, (files) => $takeFiles([...files], editor), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DROP_COMMAND, (event) => $refuseDropInSlot(event, editor), COMMAND_PRIORITY_HIGH),
    ),
});
