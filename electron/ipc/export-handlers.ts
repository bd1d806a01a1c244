import { app, shell } from 'electron';
import { failed, ok } from '../../shared/result';
import type { Photo } from '../../shared/interview/types';
import type { ExportedFiles } from '../../shared/ipc/contract';
import { exportPiece } from '../exports/export-piece';
import { askForPaths } from './ask';
import { asDiskFailure } from './disk-only';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { sendSignal } from './send-signal';

type ExportCalls = 'export:start' | 'export:cancel' | 'export:reveal';

export function exportHandlers({ desks, press, pictures, translate, window }: Parts): Pick<Handlers, ExportCalls> {
  let running: AbortController | null = null;
  let lastFolder = app.getPath('documents');
  let last: ExportedFiles | null = null;

  return {
    'export:start': async (piece, formats) => {
      const say = translate();
      const [out] = await askForPaths(window(), {
        title: say('system.choose-export'),
        buttonLabel: say('system.export-here'),
        defaultPath: lastFolder,
        properties: ['openDirectory', 'createDirectory'],
      });
      if (out === undefined) return ok(null);
      lastFolder = out;

      const desk = desks.of(piece);
      const read = await desk.read(piece);
      if (!read.ok) return failed(asDiskFailure(read.failure));
      const paths = new Map<string, string | null>();
      for (const photo of read.value.photos) paths.set(photo.file, await desk.photoPath(piece, photo.file));

      running?.abort();
      const controller = new AbortController();
      running = controller;
      try {
        const exported = await exportPiece({
          interview: read.value,
          photoPath: (photo: Photo) => paths.get(photo.file) ?? null,
          formats,
          out,
          language: say.language,
          press,
          pictures,
          progress: (progress) => sendSignal(window()?.webContents, 'export:progress', progress),
          signal: controller.signal,
        });
        if (exported.ok) last = exported.value;
        return exported;
      } finally {
        if (running === controller) running = null;
      }
    },

    'export:cancel': () => {
      running?.abort();
      return null;
    },

    'export:reveal': async () => {
      if (last) await shell.openPath(last.folder);
      return null;
    },
  };
}
