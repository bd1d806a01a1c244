import path from 'node:path';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Remark } from '../../shared/checks/remark';
import type { Translate } from '../../shared/i18n/translate';
import type { Interview } from '../../shared/interview/types';
import { failed, ok } from '../../shared/result';
import { decideAnswer } from '../../shared/review/round/decide-answer';
import { changedLines, type AnswerOutcome } from '../../shared/review/round/round-outcome';
import { nameOfInterviewee } from '../../shared/review/round/take-round';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { findPiece } from '../desk/open-piece';
import { readReview } from '../review/review-store';
import {
  latestRound,
  logDecision,
  logReturn,
  readRound,
  sendRound,
  writeReceipt,
  type RoundPlace,
} from '../review/rounds';
import { changeOnDisk } from './change-on-disk';
import type { Done } from './done';
import type { CommandFailure } from './failure';
import { pieceFolder } from './approve-command';
import type { RoundCommand } from './round-arguments';
import type { World } from './world';

/** The interviewee's round: sent out, taken back, decided answer by answer, answered with a receipt. */
export async function roundCommands(command: RoundCommand, world: World, translate: Translate): Promise<Done> {
  const about = command.piece;
  const folder = await pieceFolder(path.resolve(world.cwd, about));
  if (!folder.ok) return failed({ about, failure: folder.failure });
  const now = (world.now ?? Date.now)();
  const found = await guarded(() => findPiece(diskFiles, folder.value, now));
  if (!found.ok) return failed({ about, failure: found.failure });
  const profile = await whoActs(folder.value, command);
  const at = (interview: Interview): RoundPlace => ({
    files: diskFiles,
    folder: folder.value,
    interview,
    profile,
    now,
  });
  const { interview } = found.value;
  const refused = (failure: CommandFailure['failure'], what = about) => failed({ about: what, failure });
  const language =
    ('language' in command ? command.language : undefined) ?? (/^vi\b/i.test(interview.language) ? 'vi' : 'en');

  switch (command.kind) {
    case 'review-out': {
      const out = path.resolve(world.cwd, command.out);
      const sent = await guarded(() => sendRound(at(interview), command.facts, language, out, world.press));
      if (!sent.ok) return refused(sent.failure);
      world.stdout(filesText(sent.value, command.json));
      return ok(null);
    }
    case 'review-in': {
      const file = path.resolve(world.cwd, command.file);
      const taken = await guarded(() => readRound(at(interview), file, world.mint));
      if (!taken.ok) return refused(taken.failure, command.file);
      const { interview: next, round, outcomes, changes, comments, remarks } = taken.value;
      const written = await changeOnDisk(folder.value, next, world.desk);
      if (!written.ok) return refused(written.failure);
      const logged = await guarded(() => logReturn(at(next), round.number, changes));
      if (!logged.ok) return refused(logged.failure);
      const changed = outcomes.filter(({ outcome }) => outcome !== 'same');
      if (command.json) {
        const worded = remarks.map((remark) => ({ ...remark, text: describeRemark(translate, remark) }));
        world.stdout(json({ round: round.number, changes, comments, answers: outcomes, remarks: worded }));
      } else {
        world.stdout(`${translate('rounds.taken', { round: round.number, count: changed.length, comments })}\n`);
        world.stdout(changed.map((answer) => answerText(answer, translate)).join(''));
      }
      world.stderr(remarkLines(remarks, translate));
      return ok(null);
    }
    case 'review-decide': {
      const state = await guarded(() => latestRound(at(interview)));
      if (!state.ok) return refused(state.failure);
      const { round, outcomes } = state.value ?? { round: null, outcomes: null };
      if (!round || !outcomes) return refused({ kind: 'round-none' });
      const wanted = outcomes.filter(
        ({ number, outcome }) => outcome === 'open' && (command.answer === null || command.answer === number),
      );
      if (wanted.length === 0) return refused({ kind: 'round-nothing-open' });
      const by = nameOfInterviewee(interview);
      const next = wanted.reduce(
        (piece, { question }) => decideAnswer(piece, question, by, command.decision, world.mint),
        interview,
      );
      const written = await changeOnDisk(folder.value, next, world.desk);
      if (!written.ok) return refused(written.failure);
      for (const { question } of wanted) {
        const logged = await guarded(() =>
          logDecision(at(next), round.number, question, command.decision, command.reason),
        );
        if (!logged.ok) return refused(logged.failure);
      }
      const after = await guarded(() => latestRound(at(next)));
      if (!after.ok) return refused(after.failure);
      const answers = after.value?.outcomes ?? [];
      if (command.json) world.stdout(json({ round: round.number, answers }));
      else world.stdout(answers.map((answer) => answerText(answer, translate)).join(''));
      return ok(null);
    }
    case 'review-receipt': {
      const out = path.resolve(world.cwd, command.out);
      const made = await guarded(() => writeReceipt(at(interview), language, out));
      if (!made.ok) return refused(made.failure);
      world.stdout(filesText(made.value, command.json));
      return ok(null);
    }
  }
}

/** The name given, else that of the last entry of the log, else the name of the machine's user in no case: a plain word. */
async function whoActs(folder: string, { name, role }: RoundCommand): Promise<RoundPlace['profile']> {
  const review = await readReview(diskFiles, folder);
  const last = review.ok ? review.value.log.findLast((entry) => name === undefined || entry.by === name) : undefined;
  return { name: name ?? last?.by ?? 'galley', role: role ?? last?.role ?? 'journalist' };
}

function filesText(made: { readonly folder: string; readonly files: readonly string[] }, asJson: boolean): string {
  return asJson ? json(made) : made.files.map((file) => `${path.join(made.folder, file)}\n`).join('');
}

function answerText({ number, asks, outcome, sent, asked, reason }: AnswerOutcome, translate: Translate): string {
  const lines = [
    `${number}. ${asks}`,
    `   ${translate(`rounds.outcome-${outcome}`)}${reason === '' ? '' : ` – ${reason}`}`,
  ];
  const changes = changedLines(sent, asked);
  lines.push(...changes.a.map((line) => `   - ${line}`), ...changes.b.map((line) => `   + ${line}`));
  return `${lines.join('\n')}\n`;
}

function remarkLines(remarks: readonly Remark[], translate: Translate): string {
  return remarks.map((remark) => `- ${describeRemark(translate, remark)}\n`).join('');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
