import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Remark } from '../../shared/checks/remark';
import type { Translate } from '../../shared/i18n/translate';
import { readCodeList, codesOfPeople } from '../../shared/photos/code-list';
import { expandCodes } from '../../shared/photos/expand-codes';
import { variablesOf } from '../../shared/photos/variables';
import type { Result } from '../../shared/result';
import { assertNever, failed, ok } from '../../shared/result';
import { decodeText } from '../../shared/text/decode';
import { deskFailure } from '../desk/failures';
import { exportPhotos } from '../photos/export-photos';
import { readPhotoReport } from '../photos/photo-report';
import { pictureDataHash } from '../photos/picture-data';
import { takeIn } from '../photos/take-in';
import { writeFields } from '../photos/write-fields';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import type { Done } from './done';
import type { CommandFailure } from './failure';
import type { OpenedSource } from './open-source';
import type { PhotoCommand } from './photo-arguments';
import type { World } from './world';

/** Opens a piece with these pictures in its photo blocks, and closes it behind the work. */
export type WithPiece = (
  file: string,
  photos: readonly string[],
  use: (piece: OpenedSource) => Promise<Done>,
) => Promise<Done>;

/** A code list is a few columns of text: no honest one comes near, in bytes. */
const CODE_LIST_BYTES = 16 * 1024 * 1024;

/** `galley photo …`. */
export async function runPhoto(
  command: PhotoCommand,
  world: World,
  translate: Translate,
  withPiece: WithPiece,
): Promise<Done> {
  switch (command.kind) {
    case 'info':
      return await info(command, world, translate);
    case 'caption':
      return await caption(command, world, translate);
    case 'codes':
      return await codes(command, world, translate, withPiece);
    case 'export':
      return await withPiece(command.piece, command.photos, async (piece) => {
        const { use } = command;
        const out = path.resolve(world.cwd, command.out);
        const exported = await exportPhotos({ ...world, ...piece, use, out });
        if (!exported.ok) return failed({ about: command.out, failure: exported.failure });
        const { folder, files, remarks } = exported.value;
        if (command.json) world.stdout(json({ folder, files, remarks: worded(remarks, translate) }));
        else world.stdout(files.map((file) => `${path.join(folder, file)}\n`).join(''));
        say(remarks, world, translate);
        return ok(null);
      });
    default:
      return assertNever(command);
  }
}

type Command<Kind extends PhotoCommand['kind']> = Extract<PhotoCommand, { readonly kind: Kind }>;

/** All files are looked at; the first that cannot be used decides how the call ends. */
async function info({ files, json: asJson }: Command<'info'>, world: World, translate: Translate): Promise<Done> {
  const found: object[] = [];
  let refusal: CommandFailure | null = null;
  for (const about of files) {
    const file = path.resolve(world.cwd, about);
    const bytes = await readBytes(file, about, PHOTO_BYTES_LIMIT);
    const facts = bytes.ok ? await look(file, about, bytes.value, world) : bytes;
    if (!facts.ok) {
      if (asJson) found.push({ file: about, failure: facts.failure.failure });
      refusal ??= facts.failure;
      continue;
    }
    const { report, width, height } = facts.value;
    const remarks = worded(report.remarks, translate);
    found.push({ file: about, ...facts.value, ...report, remarks, report: undefined });
    if (asJson) continue;
    const lines = Object.entries(report.fields).map(
      ([field, text]) =>
        `  ${translate.loose(`photos.field-${field}`)}: ${[text].flat().join('; ').replace(/\n/g, '\n    ')}\n`,
    );
    world.stdout(
      `${about}: ${width} × ${height}\n${lines.join('')}${remarks.map(({ message }) => `- ${message}\n`).join('')}`,
    );
  }
  if (asJson) world.stdout(json(found));
  return refusal === null ? ok(null) : failed(refusal);
}

async function look(file: string, about: string, bytes: Uint8Array, world: World) {
  const taken = await takeIn(path.basename(file), bytes, world.pictures());
  if (!taken.ok) return failed<CommandFailure>({ about, failure: taken.failure });
  const { width, height } = taken.value.photo;
  return ok({ width, height, stored: taken.value.file, data: pictureDataHash(bytes), report: readPhotoReport(bytes) });
}

async function caption(command: Command<'caption'>, world: World, translate: Translate): Promise<Done> {
  const { file, change, out } = command;
  const target =
    out === null ? ({ kind: 'in-place' } as const) : ({ kind: 'copy', to: path.resolve(world.cwd, out) } as const);
  const written = await writeFields(path.resolve(world.cwd, file), change, target, world.metadata());
  if (!written.ok) return failed({ about: file, failure: written.failure });
  const { remarks, ...places } = written.value;
  if (command.json) world.stdout(json({ ...places, remarks: worded(remarks, translate) }));
  else world.stdout(`${places.file}\n`);
  if (places.backup !== undefined) world.stderr(`${translate('photos.backup', { file: places.backup })}\n`);
  say(remarks, world, translate);
  return ok(null);
}

async function codes(
  command: Command<'codes'>,
  world: World,
  translate: Translate,
  withPiece: WithPiece,
): Promise<Done> {
  const bytes = await readBytes(path.resolve(world.cwd, command.list), command.list, CODE_LIST_BYTES);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, (label) => new TextDecoder(label, { fatal: true }));
  if (!text.ok) return failed({ about: command.list, failure: text.failure });
  const list = readCodeList(text.value);
  const expand = (piece?: OpenedSource): Done => {
    // The desk's own list wins over what the people of the piece would be called.
    const known = new Map([...(piece ? codesOfPeople(piece.interview.people) : []), ...list.codes]);
    const expanded = expandCodes(command.text, known, piece ? variablesOf(piece.interview) : {});
    const remarks = [...list.remarks, ...expanded.remarks];
    if (command.json) world.stdout(json({ text: expanded.text, remarks: worded(remarks, translate) }));
    else world.stdout(`${expanded.text}\n`);
    say(remarks, world, translate);
    return ok(null);
  };
  return command.piece === undefined ? expand() : await withPiece(command.piece, [], async (piece) => expand(piece));
}

async function readBytes(file: string, about: string, limit: number): Promise<Result<Uint8Array, CommandFailure>> {
  try {
    const facts = await stat(file);
    const name = path.basename(file);
    if (!facts.isFile()) return failed({ about, failure: { kind: 'photo-unsupported', name } });
    if (facts.size > limit) {
      const failure =
        limit === PHOTO_BYTES_LIMIT
          ? ({ kind: 'photo-too-large', name, limit } as const)
          : ({ kind: 'too-large', limit: limit / 1024 / 1024 } as const);
      return failed({ about, failure });
    }
    return ok(await readFile(file));
  } catch (error) {
    return failed({ about, failure: deskFailure(error) });
  }
}

function worded(remarks: readonly Remark[], translate: Translate) {
  return remarks.map((remark) => ({ ...remark, message: describeRemark(translate, remark) }));
}

function say(remarks: readonly Remark[], world: World, translate: Translate): void {
  world.stderr(
    worded(remarks, translate)
      .map(({ message }) => `- ${message}\n`)
      .join(''),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
