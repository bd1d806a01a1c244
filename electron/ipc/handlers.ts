import { appHandlers } from './app-handlers';
import { deskHandlers } from './desk-handlers';
import { exportHandlers } from './export-handlers';
import type { RoundCalls } from '../../shared/ipc/round-calls';
import type { Parts } from './parts';
import { codeListHandlers } from './code-list-handlers';
import { deliveryHandlers } from './delivery-handlers';
import { cropHandlers } from './crop-handlers';
import { photoHandlers } from './photo-handlers';
import { pieceHandlers } from './piece-handlers';
import type { Handlers } from './register';
import { proofHandlers } from './proof-handlers';
import { reviewHandlers } from './review-handlers';
import { settingsHandlers } from './settings-handlers';

const ROUND_CALLS = [
  'docx:take-back',
  'round:read',
  'round:send',
  'round:take',
  'round:decide',
  'round:receipt',
] as const satisfies readonly (keyof RoundCalls)[];

/** What answers each call of the contract; a call that nobody answers fails to compile here. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...deskHandlers(parts),
    ...pieceHandlers(parts),
    ...photoHandlers(parts),
    ...cropHandlers(parts),
    ...deliveryHandlers(parts),
    ...codeListHandlers(parts),
    ...exportHandlers(parts),
    ...proofHandlers(parts),
    ...reviewHandlers(parts),
    ...later(ROUND_CALLS, async () => (await import('./round-handlers')).roundHandlers(parts)),
    ...settingsHandlers(parts),
    ...appHandlers(parts),
  } satisfies Handlers;
}

/** Handlers that are read with the first call of any of them: a start waits for nothing that it does not show. */
function later<Channel extends keyof Handlers>(
  channels: readonly Channel[],
  load: () => Promise<Pick<Handlers, Channel>>,
): Pick<Handlers, Channel> {
  let loading: Promise<Pick<Handlers, Channel>> | undefined;
  const handlers = channels.map((channel) => [
    channel,
    async (...args: Parameters<Handlers[Channel]>) => {
      const loaded = await (loading ??= load());
      return await (loaded[channel] as (...values: typeof args) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(handlers) as Pick<Handlers, Channel>;
}
