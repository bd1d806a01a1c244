import { shell } from 'electron';
import { existsSync } from 'node:fs';
import type { PieceSummary } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import { startFrom } from '../../shared/templates/start-from';
import { templateById } from '../../shared/templates/all';
import type { Desk } from '../desk/desk';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { markOfReview } from '../review/summarise-review';
import { askForPaths } from './ask';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { saveTextOf } from './save-copy';
import { askSamePiece } from './ask-same-piece';
import { takeFile } from './take-file';

type DeskCalls = 'desk:list' | 'desk:create' | 'desk:import' | 'desk:remove' | 'desk:reveal' | 'desk:save-text';

/** Ending of the files that hold a whole piece, and what else can be read. */
const READABLE = ['galley', 'docx', 'txt', 'json'];

export function deskHandlers(parts: Parts): Pick<Handlers, DeskCalls> {
  const { desks, mint, translate, window, log } = parts;

  /** The piece with how its review stands; what the disk says of that alone must not take the piece off the list. */
  const withMark = async (desk: Desk, piece: PieceSummary): Promise<PieceSummary> => {
    if (piece.problem) return piece;
    const mark = await guarded(async () =>
      ok(
        await markOfReview(diskFiles, desk.folderOf(piece.id), async () => {
          const read = await desk.read(piece.id);
          return read.ok ? read.value : null;
        }),
      ),
    );
    if (!mark.ok) return { ...piece, review: { kind: 'doubtful' } };
    return mark.value ? { ...piece, review: mark.value } : piece;
  };

  return {
    'desk:list': async () => {
      const desk = desks.current();
      const listed = await desk.list();
      return listed.ok ? ok(await Promise.all(listed.value.map((piece) => withMark(desk, piece)))) : listed;
    },

    'desk:create': async ({ template: id, variables }) => {
      const template = templateById(id);
      // The window offers the table's templates only: another name is a bug, not a choice.
      if (!template) throw new Error('no such template');
      return await desks.current().create(startFrom(template, variables, mint));
    },

    'desk:import': async () => {
      const say = translate();
      const [file] = await askForPaths(window(), {
        title: say('system.choose-import'),
        properties: ['openFile'],
        filters: [
          { name: say('system.file-interview'), extensions: READABLE },
          { name: say('system.file-all'), extensions: ['*'] },
        ],
      });
      return file === undefined ? ok(null) : await takeFile(file, parts, () => askSamePiece(parts));
    },

    'desk:remove': async (piece) => {
      const folder = desks.of(piece).folderOf(piece);
      if (!existsSync(folder)) return failed({ kind: 'not-found' });
      const closed = await desks.close(piece);
      if (!closed.ok) return closed;
      try {
        await shell.trashItem(folder);
        return ok(null);
      } catch (error) {
        // The system says it in words of its own; what counts is that the piece is still there.
        log.error('not moved to the trash', piece, error);
        return failed({ kind: 'disk-error', detail: 'trash' });
      }
    },

    'desk:save-text': (piece) => saveTextOf(piece, parts),

    'desk:reveal': (piece) => {
      const folder = desks.of(piece).folderOf(piece);
      if (!existsSync(folder)) return failed({ kind: 'not-found' });
      shell.showItemInFolder(folder);
      return ok(null);
    },
  };
}
