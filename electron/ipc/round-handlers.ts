import type { Interview } from '../../shared/interview/types';
import { changeBetween } from '../../shared/interview/change';
import type { PieceId } from '../../shared/ipc/contract';
import type { RoundCalls } from '../../shared/ipc/round-calls';
import { failed, ok } from '../../shared/result';
import { decideAnswer } from '../../shared/review/round/decide-answer';
import { nameOfInterviewee } from '../../shared/review/round/take-round';
import { activeProfile } from '../../shared/review/profile';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { takeBackFile } from '../docx/take-back-file';
import { latestRound, logDecision, logReturn, readRound, sendRound, writeReceipt } from '../review/rounds';
import type { RoundPlace } from '../review/rounds';
import { askForPaths } from './ask';
import { exportFolder } from './export-folder';
import type { Parts } from './parts';
import type { Handlers } from './register';

type Answer<Channel extends keyof RoundCalls> = Promise<ReturnType<RoundCalls[Channel]>>;

/**
 * Documents that come back, and the interviewee's round. The words are those on the disk: the window writes what was typed
 * before it asks, and takes the changes in itself, so that they can be undone there.
 */
export function roundHandlers(parts: Parts): Pick<Handlers, keyof RoundCalls> {
  const { desks, settings, translate, window, press, mint, documents } = parts;
  const folders = exportFolder(parts);
  const atWork = () => activeProfile(settings.read());
  const placeOf = (piece: PieceId, interview: Interview, profile: RoundPlace['profile']): RoundPlace => ({
    files: diskFiles,
    folder: desks.of(piece).folderOf(piece),
    interview,
    profile,
    now: Date.now(),
  });
  const askForDocument = async (title: 'choose-take-back' | 'choose-round'): Promise<string | undefined> => {
    const say = translate();
    const [file] = await askForPaths(window(), {
      title: say(`system.${title}`),
      defaultPath: folders.last(),
      properties: ['openFile'],
      filters: [{ name: say('system.file-word'), extensions: ['docx'] }],
    });
    return file;
  };
  return {
    'docx:take-back': (piece) =>
      guarded(async (): Answer<'docx:take-back'> => {
        const file = await askForDocument('choose-take-back');
        if (file === undefined) return ok(null);
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const place = placeOf(piece, read.value, { name: '', role: 'journalist' });
        const taken = await takeBackFile(place, file, { mint, now: Date.now(), documents });
        if (!taken.ok) return taken;
        const { interview, changes, comments, remarks } = taken.value;
        return ok({ change: changeBetween(read.value, interview), changes, comments, remarks });
      }),

    'round:read': (piece) =>
      guarded(async (): Answer<'round:read'> => {
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const state = await latestRound(placeOf(piece, read.value, { name: '', role: 'journalist' }));
        if (!state.ok) return state;
        if (!state.value) return ok(null);
        const { round, outcomes } = state.value;
        const { number, by, at, id: _id, version: _version, returned, decisions: _decisions, ...facts } = round;
        return ok({ ...facts, number, by, sent: at, returned: returned.at(-1)?.at ?? null, answers: outcomes });
      }),

    'round:send': (piece, facts, language) =>
      guarded(async (): Answer<'round:send'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const out = await folders.ask();
        return out === undefined
          ? ok(null)
          : await sendRound(placeOf(piece, read.value, by), facts, language, out, press);
      }),

    'round:take': (piece) =>
      guarded(async (): Answer<'round:take'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const file = await askForDocument('choose-round');
        if (file === undefined) return ok(null);
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const taken = await readRound(placeOf(piece, read.value, by), file, mint, documents);
        if (!taken.ok) return taken;
        const { interview, round, changes, comments, remarks } = taken.value;
        const logged = await logReturn(placeOf(piece, interview, by), round.number, changes);
        if (!logged.ok) return logged;
        return ok({ change: changeBetween(read.value, interview), changes, comments, remarks });
      }),

    'round:decide': (piece, question, decision, reason) =>
      guarded(async (): Answer<'round:decide'> => {
        const by = atWork();
        if (!by) return failed({ kind: 'no-profile' as const });
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const state = await latestRound(placeOf(piece, read.value, by));
        if (!state.ok) return state;
        const open = state.value?.outcomes?.some((each) => each.question === question && each.outcome === 'open');
        if (!state.value || !open) return failed({ kind: 'round-nothing-open' as const });
        const next = decideAnswer(read.value, question, nameOfInterviewee(read.value), decision, mint);
        const place = placeOf(piece, next, by);
        const logged = await logDecision(place, state.value.round.number, question, decision, reason);
        return logged.ok ? ok({ change: changeBetween(read.value, next) }) : logged;
      }),

    'round:receipt': (piece, language) =>
      guarded(async (): Answer<'round:receipt'> => {
        const read = await desks.of(piece).read(piece);
        if (!read.ok) return read;
        const out = await folders.ask();
        if (out === undefined) return ok(null);
        return await writeReceipt(placeOf(piece, read.value, { name: '', role: 'journalist' }), language, out);
      }),
  };
}
