import { replaceFile } from './atomic-file';
import { hasCode, type Files, type OpenFile } from './files';
import { readIfThere } from './read-branch';

/** A writer's journal on the disk, held open for appending. Methods throw errors of the disk. */
export class JournalFile {
  private open: OpenFile | null = null;

  constructor(
    private readonly files: Files,
    private readonly path: string,
  ) {}

  /**
   * Writes lines at the end and makes them durable. After an error half a line may stand there, and after a failed fsync the
   * system forgets what it did not write: the journal then has to be written anew. ENOENT when the file was taken away.
   */
  async append(lines: readonly string[]): Promise<void> {
    try {
      this.open ??= await this.files.append(this.path);
      await this.open.write(encodeAll(lines));
      await this.open.sync();
      if (await this.open.isAt(this.path)) return;
    } catch (error) {
      await this.closeQuietly();
      throw error;
    }
    await this.closeQuietly();
    throw Object.assign(new Error('the journal was taken away while it was open'), { code: 'ENOENT' });
  }

  /** A whole new journal in the place of the one that is there. */
  async rewrite(lines: readonly string[]): Promise<void> {
    await this.close();
    await replaceFile(this.files, this.path, encodeAll(lines));
  }

  /** Whether another program has put a file in the place of the one that is open. */
  async isReplaced(): Promise<boolean> {
    return this.open !== null && !(await this.open.isAt(this.path));
  }

  /** Null when there is none. */
  async bytes(): Promise<Uint8Array | null> {
    const bytes = await readIfThere(this.files, this.path);
    return bytes === 'too-large' ? null : bytes;
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.close();
  }

  /** A file that failed may fail once more on closing; the first error is the one to tell. */
  private async closeQuietly(): Promise<void> {
    try {
      await this.close();
    } catch (error) {
      if (!hasCode(error, 'ENOSPC', 'EIO', 'EDQUOT', 'EBADF', 'ESTALE')) throw error;
    }
  }
}

function encodeAll(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join(''));
}
