import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { isOwnAddress } from '../../shared/ipc/addresses';
import { CALL_CHANNELS } from '../../shared/ipc/channels';
import { checkArguments } from '../../shared/ipc/checks';
import type { Calls } from '../../shared/ipc/contract';
import type { Log } from '../log';

/** What answers each call. Expected failures are in the answer; an exception is a bug. */
export type Handlers = {
  readonly [Channel in keyof Calls]: (
    ...args: Parameters<Calls[Channel]>
  ) => ReturnType<Calls[Channel]> | Promise<ReturnType<Calls[Channel]>>;
};

/** Of who sent a call, what the check looks at. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Puts every call of the contract up, behind the check of who asks and with what. */
export function registerCalls(ipc: Pick<IpcMain, 'handle'>, handlers: Handlers, log: Log): void {
  for (const channel of CALL_CHANNELS) {
    ipc.handle(channel, (event, ...args: unknown[]) => answerCall(channel, handlers, log, event, args));
  }
}

async function answerCall<Channel extends keyof Calls>(
  channel: Channel,
  handlers: Handlers,
  log: Log,
  sender: Sender,
  args: readonly unknown[],
): Promise<ReturnType<Calls[Channel]>> {
  if (!isTrusted(sender)) {
    log.error('call refused: sender', channel);
    throw new Error(`${channel}: refused`);
  }
  const checked = checkArguments(channel, args);
  if (!checked) {
    log.error('call refused: arguments', channel, args.length);
    throw new Error(`${channel}: wrong arguments`);
  }
  try {
    return await handlers[channel](...checked);
  } catch (error) {
    log.error('call failed', channel, error);
    // Electron would hand the whole message to the page; the cause is for the log.
    throw new Error(`${channel}: failed, the log says why`, { cause: error });
  }
}

/** The main frame of a window that shows our own page; nothing else has anything to ask. */
function isTrusted({ senderFrame, sender }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}
