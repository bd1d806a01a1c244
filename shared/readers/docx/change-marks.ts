import type { SuggestionMark } from '../../interview/suggestions';
import { childrenOf, nameOf, valueOf } from './parse-xml';
import type { Element } from './parse-xml';

/** Who made which tracked change when: one mark for all that one author did at one time. */
export class ChangeMarks {
  private readonly known = new Map<string, SuggestionMark>();

  /** `fallback`: who and when for changes that do not say it. */
  constructor(private readonly fallback: { readonly by: string; readonly at: number }) {}

  of(element: Element): SuggestionMark {
    const by = valueOf(element, 'author').normalize('NFC').trim().slice(0, 200) || this.fallback.by;
    const parsed = Date.parse(valueOf(element, 'date'));
    const at = Number.isFinite(parsed) && parsed >= 0 ? parsed : this.fallback.at;
    const key = `${by}\n${at}`;
    const mark = this.known.get(key) ?? { id: `docx-${this.known.size + 1}`, by, at };
    this.known.set(key, mark);
    return mark;
  }
}

/** The tracked change of one of these kinds among the properties. */
export function changeIn(properties: Element | undefined, names: readonly string[]): Element | undefined {
  return properties && childrenOf(properties).find((child) => names.includes(nameOf(child)));
}
