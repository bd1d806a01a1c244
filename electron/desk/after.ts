/** Calls `then` after so many milliseconds, once, unless the answer is called before. */
export type After = (milliseconds: number, then: () => void) => () => void;

/** The clock of this machine. */
export const afterTimeout: After = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};
