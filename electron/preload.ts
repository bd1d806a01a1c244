import type { IpcRendererEvent } from 'electron';
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/ipc/bridge';
import { CALL_CHANNELS, SIGNAL_CHANNELS } from '../shared/ipc/channels';

const calls: ReadonlySet<string> = new Set(CALL_CHANNELS);
const signals: ReadonlySet<string> = new Set(SIGNAL_CHANNELS);

// The page gets two functions and no object of Electron's: no event, no ipcRenderer, no channel but those of the contract.
const bridge: Bridge = {
  call: (channel, ...args) =>
    calls.has(channel) ? ipcRenderer.invoke(channel, ...args) : Promise.reject(new Error('unknown call')),
  on: (signal, listener) => {
    if (!signals.has(signal) || typeof listener !== 'function') throw new Error('unknown signal');
    const forward = (_event: IpcRendererEvent, ...values: unknown[]) => {
      (listener as (...values: readonly unknown[]) => void)(...values);
    };
    ipcRenderer.on(signal, forward);
    return () => {
      ipcRenderer.removeListener(signal, forward);
    };
  },
};

contextBridge.exposeInMainWorld('galley', bridge);
