import type { Remark } from '../../checks/remark';
import { loss, note } from '../../checks/remark';
import type { DocxParagraph } from './document';

/** What was met in a document that no piece can hold, each with the number of the paragraph that was being read. */
export class Findings {
  private readonly found: { rule: string; severity: 'note' | 'loss'; at: number; text: string }[] = [];
  private readonly counts = new Map<string, { count: number; at: number }>();

  constructor(private readonly paragraphs: readonly DocxParagraph[]) {}

  tell(rule: string, severity: 'note' | 'loss', text: string): void {
    this.found.push({ rule, severity, at: this.paragraphs.length, text: text.trim().slice(0, 200) });
  }

  /** For what may stand in every line: told once, with how often it was met. */
  count(rule: string): void {
    const known = this.counts.get(rule);
    if (known) known.count++;
    else this.counts.set(rule, { count: 1, at: this.paragraphs.length });
  }

  /** When all paragraphs are read. */
  remarks(): readonly Remark[] {
    const told = this.found.map(({ rule, severity, at, text }) =>
      (severity === 'loss' ? loss : note)(rule, { text, ...this.near(at) }, this.placeAt(at)),
    );
    const counted = [...this.counts].map(([rule, { count, at }]) =>
      note(rule, { count, ...this.near(at) }, this.placeAt(at)),
    );
    return [...told, ...counted];
  }

  private placeAt(at: number) {
    return this.paragraphs[at]?.places[0] ?? this.paragraphs[at - 1]?.places[0];
  }

  private near(at: number): { readonly near: string; readonly paragraph: number } {
    const spans = this.paragraphs[at]?.spans ?? [];
    const words = spans.map(({ text }) => text).join('');
    return { near: words.slice(0, 60), paragraph: at + 1 };
  }
}
