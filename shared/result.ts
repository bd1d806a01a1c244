/** What a function that may fail by design gives back: the value, or a failure that the caller must show. */
export type Result<Value, Failure> = Ok<Value> | Failed<Failure>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failed<Failure> {
  readonly ok: false;
  readonly failure: Failure;
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function failed<Failure>(failure: Failure): Failed<Failure> {
  return { ok: false, failure };
}

/** Closes a switch over a union: a new member that nobody handles fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
