import type { Calls, Signals } from './contract';

/** What the window finds as `window.galley`: the whole way to the machine. */
export interface Bridge {
  /** Rejects only for a bug (a channel or an argument that the contract does not have); what may fail by design is in the value. */
  call<Channel extends keyof Calls>(
    channel: Channel,
    ...args: Parameters<Calls[Channel]>
  ): Promise<ReturnType<Calls[Channel]>>;
  /** Listens to a signal until the returned function is called. */
  on<Signal extends keyof Signals>(signal: Signal, listener: Signals[Signal]): () => void;
}
