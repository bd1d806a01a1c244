import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ConditionFailure } from '../../../shared/ipc/contract';
import { INK_LIMITS } from '../../../shared/print/press-conditions';
import type { ConditionName } from '../../../shared/print/press-conditions';
import type { Result } from '../../../shared/result';
import { failed, ok } from '../../../shared/result';
import { inkLimitOf } from './ink-limit';

/** How and on what a page is printed. */
export interface PressCondition {
  /** As the person chose it: one of our names, or the file name of a profile. */
  readonly name: string;
  /** What the output intent says: OutputConditionIdentifier and Info of a press PDF. */
  readonly identifier: string;
  readonly description: string;
  /** The path of the CMYK profile on this machine. */
  readonly profile: string;
  /** The most ink that may lie in one place, in per cent of one plate; null when the profile does not say. */
  readonly inkLimit: number | null;
  /** Pixels to an inch of the printed picture: below `least` it looks coarse, more than `wanted` is never seen. */
  readonly ppi: { readonly least: number; readonly wanted: number };
}

/** One of ours by name, or a profile of the printer's own by path. */
export type ConditionChoice =
  { readonly kind: 'named'; readonly name: ConditionName } | { readonly kind: 'profile'; readonly path: string };

const SHIPPED = {
  coated: {
    file: 'coated-fogra39-300.icc',
    identifier: 'FOGRA39',
    description: 'Coated paper, offset, ISO 12647-2 (FOGRA39), total ink 300 %',
    inkLimit: INK_LIMITS.coated,
    ppi: { least: 300, wanted: 350 },
  },
  newsprint: {
    file: 'newsprint-ifra26.icc',
    identifier: 'IFRA26',
    description: 'Newsprint, coldset offset, ISO 12647-3, dot gain 26 %, total ink 220 %',
    inkLimit: INK_LIMITS.newsprint,
    ppi: { least: 200, wanted: 254 },
  },
} as const;

/** Finds the condition and sees that its profile is one a CMYK press can use. */
export async function openCondition(choice: ConditionChoice): Promise<Result<PressCondition, ConditionFailure>> {
  if (choice.kind === 'named') {
    const { file, ...condition } = SHIPPED[choice.name];
    return ok({ name: choice.name, ...condition, profile: shippedProfile(file) });
  }
  const name = path.basename(choice.path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(choice.path);
  } catch {
    return failed({ kind: 'profile-missing', name });
  }
  if (!isPressProfile(bytes)) return failed({ kind: 'profile-unfit', name });
  return ok({
    name,
    identifier: 'Custom',
    description: profileName(bytes) ?? name,
    profile: choice.path,
    inkLimit: inkLimitOf(bytes),
    ppi: SHIPPED.newsprint.ppi,
  });
}

/** ICC.1, 7.2: the size at 0, the class at 12, the colour space at 16 and the signature at 36. */
function isPressProfile(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 132) return false;
  const words = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number) => words.toString('latin1', offset, offset + 4);
  return words.readUInt32BE(0) <= bytes.byteLength && at(12) === 'prtr' && at(16) === 'CMYK' && at(36) === 'acsp';
}

/** The text of the description tag, in the shape of version 2 (`desc`) or 4 (`mluc`). */
function profileName(bytes: Uint8Array): string | null {
  const words = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tags = Math.min(words.readUInt32BE(128), 100);
  for (let tag = 0; tag < tags; tag++) {
    const entry = 132 + tag * 12;
    if (entry + 12 > words.length || words.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const start = words.readUInt32BE(entry + 4);
    const data = words.subarray(start, start + words.readUInt32BE(entry + 8));
    if (data.length < 28) return null;
    const type = data.toString('latin1', 0, 4);
    if (type === 'desc') return clean(data.toString('latin1', 12, 12 + data.readUInt32BE(8)));
    if (type !== 'mluc') return null;
    const text = data.subarray(data.readUInt32BE(24), data.readUInt32BE(24) + data.readUInt32BE(20));
    return text.length % 2 === 0 ? clean(Buffer.from(text).swap16().toString('utf16le')) : null;
  }
  return null;
}

function clean(text: string): string | null {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() || null;
}

/** Beside the sources in the work tree; beside the compiler once built, which in the packaged app is outside the archive. */
function shippedProfile(file: string): string {
  const packaged = (process as { readonly resourcesPath?: string }).resourcesPath;
  const folders = [
    ...(packaged === undefined ? [] : [path.join(packaged, 'press', 'conditions')]),
    ...foldersUp().flatMap((folder) => [
      path.join(folder, 'out', 'press', 'conditions'),
      path.join(folder, 'electron', 'press', 'conditions'),
    ]),
  ];
  const found = folders.map((folder) => path.join(folder, file)).find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`the colour profile ${file} is not installed`);
  return found;
}

function foldersUp(): readonly string[] {
  const folders = [import.meta.dirname];
  for (let folder = path.dirname(import.meta.dirname); folder !== folders.at(-1); folder = path.dirname(folder))
    folders.push(folder);
  return folders;
}
