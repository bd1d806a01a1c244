import { shell } from 'electron';
import { failed, ok } from '../../shared/result';
import type { Interview, Photo } from '../../shared/interview/types';
import type { ExportedFiles, ExportFormat, Settings } from '../../shared/ipc/contract';
import { activeProfile } from '../../shared/review/profile';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { writeEvent } from '../review/log-event';
import { planExport } from '../review/plan-export';
import type { ConditionChoice } from '../press/conditions/conditions';
import { exportFolder } from './export-folder';
import { asDiskFailure } from './disk-only';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { sendSignal } from './send-signal';

/** What press files are made for; a printer's own profile only once one was chosen. */
function conditionOf({ condition, ownCondition }: Settings): ConditionChoice {
  if (condition !== 'own') return { kind: 'named', name: condition };
  return ownCondition ? { kind: 'profile', path: ownCondition.path } : { kind: 'named', name: 'newsprint' };
}

type ExportCalls = 'export:start' | 'export:cancel' | 'export:reveal';

export function exportHandlers({
  desks,
  press,
  pictures,
  translate,
  window,
  settings,
  log,
}: Parts): Pick<Handlers, ExportCalls> {
  let running: AbortController | null = null;
  const folders = exportFolder({ translate, window });
  let last: ExportedFiles | null = null;

  /** Into the log of the piece. The files are written: what the log says to that does not take them back. */
  const logExport = async (folder: string, interview: Interview, formats: readonly ExportFormat[]) => {
    const by = activeProfile(settings.read());
    if (!by) return;
    const event = { what: 'export', about: formats.join(', ') } as const;
    const logged = await guarded(() => writeEvent(diskFiles, folder, interview, event, by, Date.now()));
    if (!logged.ok) log.warn('export not logged', logged.failure.kind);
  };

  return {
    'export:start': async (piece, formats, wish) => {
      const out = await folders.ask();
      if (out === undefined) return ok(null);

      const desk = desks.of(piece);
      const read = await desk.read(piece);
      if (!read.ok) return failed(asDiskFailure(read.failure));
      const folder = desk.folderOf(piece);
      const plan = await guarded(() => planExport(diskFiles, folder, read.value, wish));
      if (!plan.ok) return plan;
      const { interview, stamp, packed } = plan.value;
      const paths = new Map<string, string | null>();
      for (const photo of [...interview.photos, ...read.value.photos])
        paths.set(photo.file, await desk.photoPath(piece, photo.file));

      const origin = formats.includes('galley') ? await desk.handOver(piece, read.value) : null;
      running?.abort();
      const controller = new AbortController();
      running = controller;
      try {
        // Writers of a dozen formats: loaded with the first export, not at the start.
        const { exportPiece } = await import('../exports/export-piece');
        const exported = await exportPiece({
          interview,
          ...(wish === 'sealed' ? {} : { asItStands: read.value }),
          stamp,
          packed,
          photoPath: (photo: Photo) => paths.get(photo.file) ?? null,
          formats,
          ...(origin?.ok ? { origin: origin.value } : {}),
          out,
          condition: conditionOf(settings.read()),
          language: translate().language,
          press,
          pictures,
          progress: (progress) => sendSignal(window()?.webContents, 'export:progress', progress),
          signal: controller.signal,
        });
        if (!exported.ok) return exported;
        last = { ...exported.value, remarks: [...plan.value.remarks, ...exported.value.remarks] };
        await logExport(folder, read.value, formats);
        return ok(last);
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
