import path from 'node:path';
import { checkInterview } from '../../shared/checks/check-interview';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Remark } from '../../shared/checks/remark';
import { equalData } from '../../shared/interview/equal';
import { placeOfPicture, shownPictures } from '../../shared/interview/shown-pictures';
import { plainText } from '../../shared/interview/text';
import { translator } from '../../shared/i18n/translate';
import type { Translate } from '../../shared/i18n/translate';
import type { Interview } from '../../shared/interview/types';
import { assignedTemplate } from '../../shared/print/templates/assigned-template';
import type { Result } from '../../shared/result';
import { assertNever, failed, ok } from '../../shared/result';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { planArchiveExport, planExport, planUnreviewed } from '../review/plan-export';
import type { ExportWish } from '../../shared/review/piece-review';
import { exportPiece } from '../exports/export-piece';
import type { ConditionChoice } from '../press/conditions/conditions';
import { parseCommand } from './arguments';
import type { Command, SourceArgument } from './arguments';
import { approveCommand } from './approve-command';
import { diffCommand } from './diff-command';
import { EXIT, type Done, type ExitCode } from './done';
import { sentenceOf } from './failure';
import type { CommandFailure } from './failure';
import { fillPhotos } from './fill-photos';
import { fitPiece, fitText } from './fit';
import { EXPORT_FORMATS } from '../../shared/ipc/contract';
import { formatsText, READ_FORMATS } from './formats';
import { languageOf } from './language';
import { logCommand } from './log-command';
import { mergeCommand } from './merge-command';
import { openSource } from './open-source';
import type { OpenedSource } from './open-source';
import { readWordsOf } from './salvage';
import { roundCommands } from './round-commands';
import { takeBackCommand } from './take-back-command';
import { findTemplate } from './page-template';
import { runPhoto } from './photo';
import { putOnDesk } from './put-on-desk';
import { styleNamesFrom } from './style-names-from';
import { takePhotos } from './take-photos';
import { verifyCommand } from './verify-command';
import type { World } from './world';

/** One call of the command line. What was refused is one sentence on stderr; nothing half-written stays behind. */
export async function runCli(argv: readonly string[], world: World): Promise<ExitCode> {
  const translate = translator(languageOf(world.env));
  const command = parseCommand(argv);
  if (!command.ok) {
    const { kind, value } = command.failure;
    world.stderr(`${translate(`formats.usage-${kind}`, { value })}\n${usageOf(argv, translate)}`);
    return EXIT.usage;
  }
  try {
    const done = await run(command.value, world, translate);
    if (done.ok) return done.value ?? EXIT.done;
    world.stderr(
      `${sentenceOf(done.failure, translate)}${await wayOut(command.value, done.failure, world, translate)}\n`,
    );
  } catch (error) {
    // A bug of ours; the person at the prompt still gets one sentence, and a line to send to us.
    const detail = error instanceof Error ? error.message : String(error);
    world.stderr(`${translate('formats.unexpected', { detail })}\n`);
  }
  return EXIT.refused;
}

/** How the command is called, from the help: what is missing is seen at once. Empty for a command that there is none of. */
function usageOf([command = '', second = '']: readonly string[], translate: Translate): string {
  const lines = translate('formats.help').split('\n');
  const of = (name: string) => lines.filter((line) => line.startsWith(`  galley ${name} `));
  const own = command === 'photo' ? of(`photo ${second}`) : [];
  return (own.length > 0 ? own : of(command)).map((line) => `${line}\n`).join('');
}

/** A damaged file may still hold words: then the sentence names the way to them. */
async function wayOut(
  command: Command,
  { about, failure }: CommandFailure,
  world: World,
  translate: Translate,
): Promise<string> {
  if (failure.kind !== 'damaged' || command.kind !== 'import') return '';
  const words = await readWordsOf(path.resolve(world.cwd, about));
  return words.ok && words.value.length > 0 ? ` ${translate('formats.salvage', { count: words.value.length })}` : '';
}

async function run(command: Command, world: World, translate: Translate): Promise<Done> {
  switch (command.kind) {
    case 'help':
      world.stdout(translate('formats.help'));
      return ok(null);
    case 'formats':
      world.stdout(command.json ? toJson({ read: READ_FORMATS, write: EXPORT_FORMATS }) : formatsText(translate));
      return ok(null);
    case 'photo':
      return await runPhoto(command.photo, world, translate, (file, photos, use) =>
        withSource({ kind: 'file', file }, photos, world, use),
      );
    case 'check':
      return await withSource(command.source, [], world, async (piece) => {
        const remarks = withoutRepeats([...piece.remarks, ...checkInterview(piece.interview)]);
        if (command.json) world.stdout(toJson(remarks.map((remark) => worded(remark, translate))));
        else world.stdout(remarks.length > 0 ? lines(remarks, translate) : `${translate('formats.no-remarks')}\n`);
        return ok(null);
      });
    case 'import':
      if (command.text && command.source.kind === 'file') {
        const { file } = command.source;
        const words = await readWordsOf(path.resolve(world.cwd, file));
        if (!words.ok) return failed({ about: file, failure: words.failure });
        if (words.value.length === 0) return failed({ about: file, failure: { kind: 'empty' } });
        world.stdout(`${words.value.join('\n\n')}\n`);
        return ok(null);
      }
      if (command.into !== undefined && command.source.kind === 'file') {
        const name = command.name === undefined ? {} : { name: command.name };
        const given = { file: command.source.file, piece: command.into, json: command.json, ...name };
        return await takeBackCommand(given, world, translate);
      }
      return await withSource(command.source, command.photos, world, async (piece) => {
        if (command.desk !== undefined) {
          const put = await putOnDesk(piece, world.desk(path.resolve(world.cwd, command.desk)));
          if (!put.ok) return failed({ about: command.desk, failure: put.failure });
          world.stderr(`${translate('formats.put-on-desk', { folder: put.value })}\n`);
        }
        world.stdout(command.json ? writeInterviewFile(piece.interview) : summary(piece.interview, translate));
        world.stderr(lines(piece.remarks, translate));
        return ok(null);
      });
    case 'fit': {
      const named = command.page === undefined ? null : await findTemplate(command.page, world.cwd);
      if (named && !named.ok) return named;
      return await withSource(command.source, command.photos, world, async (piece) => {
        const fit = await fitPiece(piece, named?.value ?? assignedTemplate(piece.interview), world);
        if (!fit.ok) return fit;
        world.stdout(command.json ? toJson(fit.value) : fitText(fit.value, translate));
        return ok(null);
      });
    }
    case 'export':
      return await withSource(command.source, command.photos, world, async (piece) => {
        const out = path.resolve(world.cwd, command.out);
        const template = command.page === undefined ? null : await findTemplate(command.page, world.cwd);
        if (template && !template.ok) return template;
        const styles = await styleNamesFrom(command.styles, world.cwd);
        if (!styles.ok) return styles;
        const plan = await guarded(() => planOf(piece, command.wish));
        if (!plan.ok) return failed({ about: nameOf(command.source), failure: plan.failure });
        const { stamp, packed } = plan.value;
        const exported = await exportPiece({
          ...world,
          ...piece,
          interview: plan.value.interview,
          ...(command.wish === 'sealed' ? {} : { asItStands: piece.interview }),
          stamp,
          packed,
          formats: command.formats,
          out,
          ...conditionFrom(command.condition, world.cwd),
          ...(template ? { template: template.value } : {}),
          styleNames: styles.value,
          language: translate.language,
        });
        if (!exported.ok) return failed({ about: command.out, failure: exported.failure });
        const { folder, files } = exported.value;
        const remarks = [...piece.remarks, ...plan.value.remarks, ...exported.value.remarks];
        if (command.json) {
          world.stdout(toJson({ folder, files, remarks: remarks.map((remark) => worded(remark, translate)) }));
        } else {
          world.stdout(files.map((file) => `${path.join(folder, file)}\n`).join(''));
        }
        world.stderr(lines(remarks, translate));
        return ok(null);
      });
    case 'diff':
      return await diffCommand(command, world, translate);
    case 'merge':
      return await mergeCommand(command, world, translate);
    case 'approve':
      return await approveCommand(command, world, translate);
    case 'verify':
      return await verifyCommand(command, world, translate);
    case 'log':
      return await logCommand(command, world, translate);
    case 'review-out':
    case 'review-in':
    case 'review-decide':
    case 'review-receipt':
      return await roundCommands(command, world, translate);
    default:
      return assertNever(command);
  }
}

/** What the export is made from and says of its approval. */
function planOf({ interview, reviewed }: OpenedSource, wish: ExportWish) {
  switch (reviewed?.kind) {
    case 'folder':
      return planExport(diskFiles, reviewed.path, interview, wish);
    case 'archive':
      return planArchiveExport(reviewed.path, interview, wish);
    case undefined:
      return Promise.resolve(ok(planUnreviewed(interview, wish)));
  }
}

function nameOf(source: SourceArgument): string {
  return source.kind === 'file' ? source.file : '--sample';
}

function conditionFrom(given: ConditionChoice | undefined, cwd: string): { readonly condition?: ConditionChoice } {
  if (given === undefined) return {};
  return { condition: given.kind === 'profile' ? { ...given, path: path.resolve(cwd, given.path) } : given };
}

/** Opens the source, fills its photo blocks with the pictures given, and takes away what was unpacked for it. */
async function withSource(
  argument: SourceArgument,
  photos: readonly string[],
  world: World,
  use: (piece: OpenedSource) => Promise<Done>,
): Promise<Done> {
  const source = await open(argument, world);
  if (!source.ok) return source;
  const { dispose } = source.value;
  try {
    const taken = await takePhotos(photos, world);
    if (!taken.ok) return taken;
    const { interview, photoPath } = source.value;
    const filled = fillPhotos(interview, taken.value, (photo) => photoPath(photo) !== null, world.mint);
    const given = new Map(taken.value.map((photo) => [photo.photo.file, photo.path]));
    return await use({
      interview: filled.interview,
      remarks: [...source.value.remarks.filter((remark) => !isAnswered(remark, filled.interview)), ...filled.remarks],
      photoPath: (photo) => given.get(photo.file) ?? photoPath(photo),
      ...(source.value.reviewed ? { reviewed: source.value.reviewed } : {}),
      dispose,
    });
  } finally {
    await dispose();
  }
}

/** A reader and a check may ask for the same thing of the same block; it is asked once. */
function withoutRepeats(remarks: readonly Remark[]): readonly Remark[] {
  const same = (a: Remark, b: Remark) =>
    a.rule === b.rule && a.place?.block === b.place?.block && equalData(a.values, b.values);
  return remarks.filter((remark, index) => remarks.findIndex((earlier) => same(earlier, remark)) === index);
}

/** Whether a reader missed a picture that has been given since. */
function isAnswered({ rule, place }: Remark, { body }: Interview): boolean {
  if (rule !== 'picture-missing') return false;
  return shownPictures({ body }).some((picture) => {
    const { part, index } = placeOfPicture(picture, 'caption');
    const same = picture.block === place?.block && part === place.part && index === place.index;
    return same && picture.photoId !== undefined;
  });
}

async function open(argument: SourceArgument, world: World): Promise<Result<OpenedSource, CommandFailure>> {
  if (argument.kind === 'sample') return ok(await world.sample());
  const opened = await openSource(path.resolve(world.cwd, argument.file), world);
  return opened.ok ? opened : failed({ about: argument.file, failure: opened.failure });
}

function worded(remark: Remark, translate: Translate): Remark & { readonly message: string } {
  return { ...remark, message: describeRemark(translate, remark) };
}

function lines(remarks: readonly Remark[], translate: Translate): string {
  return remarks.map((remark) => `- ${describeRemark(translate, remark)}\n`).join('');
}

function summary(interview: Interview, translate: Translate): string {
  const count = (kind: string) => interview.body.filter((block) => block.kind === kind).length;
  return translate('formats.imported', {
    headline: plainText(interview.headline),
    questions: count('question'),
    answers: count('answer'),
    photos: shownPictures(interview).length,
  });
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
