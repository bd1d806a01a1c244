import { appHandlers } from './app-handlers';
import { deskHandlers } from './desk-handlers';
import { exportHandlers } from './export-handlers';
import type { Parts } from './parts';
import { codeListHandlers } from './code-list-handlers';
import { deliveryHandlers } from './delivery-handlers';
import { cropHandlers } from './crop-handlers';
import { photoHandlers } from './photo-handlers';
import { pieceHandlers } from './piece-handlers';
import type { Handlers } from './register';
import { proofHandlers } from './proof-handlers';
import { reviewHandlers } from './review-handlers';
import { roundHandlers } from './round-handlers';
import { settingsHandlers } from './settings-handlers';

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
    ...roundHandlers(parts),
    ...settingsHandlers(parts),
    ...appHandlers(parts),
  } satisfies Handlers;
}
