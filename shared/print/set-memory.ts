/**
 * What was set in type, kept from one composing to the next: an edit sets its own paragraph anew and takes the others as
 * they were. Bounded: what was used longest ago goes first.
 */
export class SetMemory {
  /** The one used longest ago comes first. */
  readonly #known = new Map<string, unknown>();
  readonly #most: number;
  #characters = 0;

  /** `most` characters of keys are kept; a key holds the words that were set, so that it tells how large the rest is. */
  constructor(most = MOST_CHARACTERS) {
    this.#most = most;
  }

  /** What stands under the key, or what `make` gives; kept if `final` says afterwards that it is no guess. */
  of<Value>(key: string, make: () => Value, final: () => boolean): Value {
    if (this.#known.has(key)) {
      const value = this.#known.get(key) as Value;
      this.#known.delete(key);
      this.#known.set(key, value);
      return value;
    }
    const made = make();
    if (final()) this.#keep(key, made);
    return made;
  }

  #keep(key: string, value: unknown): void {
    this.#known.set(key, value);
    this.#characters += key.length;
    for (const oldest of this.#known.keys()) {
      if (this.#characters <= this.#most) return;
      this.#known.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

/** Some 80,000 words of copy with their names: a book's worth, and some tens of megabytes of lines. */
const MOST_CHARACTERS = 1_500_000;
