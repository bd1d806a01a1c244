/** One end of a line between two processes or threads. What is posted is copied, never transferred. */
export interface Wire {
  post(message: unknown): void;
  onMessage(listen: (message: unknown) => void): void;
}

/** The far end as a process or thread that we started. */
export interface Host extends Wire {
  /** Called once, when it has gone away for whatever reason, also when we killed it. */
  onEnd(listen: (detail: string) => void): void;
  kill(): void;
}

export interface Request {
  readonly id: number;
  readonly ask: unknown;
}

export type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };
