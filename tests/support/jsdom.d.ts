/** jsdom ships no types; this much of it is what the tests use. */
declare module 'jsdom' {
  interface JSDOMOptions {
    readonly url?: string;
    readonly contentType?: string;
    readonly runScripts?: 'dangerously' | 'outside-only';
  }

  export class JSDOM {
    constructor(html?: string | Uint8Array, options?: JSDOMOptions);
    static fragment(html?: string): DocumentFragment;
    readonly window: Window & typeof globalThis;
    serialize(): string;
  }
}
