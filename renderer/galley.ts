import type { Bridge } from '../shared/ipc/bridge';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly galley: Bridge;
  }
}

/** The way to the machine, typed by the contract. */
export const galley: Bridge = {
  call: (channel, ...args) => window.galley.call(channel, ...args),
  on: (signal, listener) => window.galley.on(signal, listener),
};
