import type { WebContents } from 'electron';
import type { Signals } from '../../shared/ipc/contract';

/** Tells the window something; passed over when the window is gone. The only place that sends. */
export function sendSignal<Signal extends keyof Signals>(
  contents: WebContents | null | undefined,
  signal: Signal,
  ...values: Parameters<Signals[Signal]>
): void {
  if (contents && !contents.isDestroyed()) contents.send(signal, ...values);
}
