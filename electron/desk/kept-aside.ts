import { join } from 'node:path';
import { loss, type Remark } from '../../shared/checks/remark';
import { replaceFile } from './atomic-file';
import { VERSIONS_FOLDER, type BranchFiles } from './branch-files';
import { hasCode, type Files } from './files';
import type { FoundPiece, SetAside } from './open-piece';
import { stamp } from './piece-name';
import { hashOf, type SnapshotHash } from './snapshot';
import { versionName } from './version-name';

/** What of a piece's folder is kept under another name before it is written over. Methods throw errors of the disk. */
export class KeptAside {
  /** What the reader of the piece is told of it. */
  remarks: readonly Remark[];
  private waiting: readonly SetAside[];
  /** Hashes of what was set aside: a damaged snapshot must not be kept a second time as somebody's work. */
  private readonly known: Set<SnapshotHash>;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly now: () => number,
    { setAside, remarks }: Pick<FoundPiece, 'setAside' | 'remarks'>,
  ) {
    this.waiting = setAside;
    this.known = new Set(setAside.map(({ bytes }) => hashOf(bytes)));
    this.remarks = remarks;
  }

  /** This version of the snapshot is kept when the files are put in order next. */
  version(bytes: Uint8Array): void {
    this.waiting = [...this.waiting, { name: versionName(bytes, this.now()), bytes }];
  }

  /** This version is kept at once. */
  async versionNow(bytes: Uint8Array): Promise<void> {
    await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
    await replaceFile(this.files, join(this.folder, versionName(bytes, this.now())), bytes);
  }

  /** Writes all that waits to be kept. */
  async write(): Promise<void> {
    if (this.waiting.some(({ name }) => name.startsWith(`${VERSIONS_FOLDER}/`)))
      await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
    for (const { name, bytes } of this.waiting) await replaceFile(this.files, join(this.folder, name), bytes);
    this.waiting = [];
  }

  /** A snapshot of another program's that cannot be read and is about to be written over. */
  async snapshot(bytes: Uint8Array): Promise<void> {
    const hash = hashOf(bytes);
    if (bytes.length === 0 || this.known.has(hash)) return;
    await this.keep(`interview-${stamp(this.now())}.json`, bytes);
    this.known.add(hash);
  }

  /** A journal of another program's in the place of ours. */
  async journal(bytes: Uint8Array): Promise<void> {
    await this.keep(`journal-${stamp(this.now())}.ndjson`, bytes);
  }

  /** A journal that was taken in: moved to a name that nobody takes in again. */
  async putAway({ journal, writer }: BranchFiles): Promise<void> {
    const name = `journal-${stamp(this.now())}${writer === '' ? '' : `-${writer}`}.ndjson`;
    try {
      await this.files.rename(join(this.folder, journal), join(this.folder, name));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }

  private async keep(name: string, bytes: Uint8Array): Promise<void> {
    await replaceFile(this.files, join(this.folder, name), bytes);
    this.remarks = [...this.remarks, loss('changed-while-open', { file: name })];
  }
}
