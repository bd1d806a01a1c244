/** The fields that are open where a document is being read: an instruction, and behind it the words that it gave. */
export class Fields {
  private readonly open: { instruction: string; phase: 'code' | 'result' }[] = [];

  /** begin, separate or end, as the document says it. */
  step(type: string): void {
    if (type === 'begin') this.open.push({ instruction: '', phase: 'code' });
    else if (type === 'separate') {
      const top = this.open.at(-1);
      if (top) top.phase = 'result';
    } else if (type === 'end') this.open.pop();
  }

  instruct(words: string): void {
    const top = this.open.at(-1);
    if (top) top.instruction += words;
  }

  /** What stands here is an instruction, and no words of the text. */
  isCode(): boolean {
    return this.open.at(-1)?.phase === 'code';
  }

  /** The address of the link whose words are being read. */
  link(): string | undefined {
    const top = this.open.at(-1);
    return top?.phase === 'result' ? /^\s*HYPERLINK\s+"([^"]+)"/i.exec(top.instruction)?.[1] : undefined;
  }
}
