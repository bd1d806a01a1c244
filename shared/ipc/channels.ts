import type { Calls, Signals } from './contract';

// Records, not lists: a channel of the contract that is missing here, or one too many, fails to compile.
const calls: { readonly [Channel in keyof Calls]: true } = {
  'desk:list': true,
  'desk:create': true,
  'desk:import': true,
  'desk:remove': true,
  'desk:reveal': true,
  'desk:save-text': true,
  'piece:open': true,
  'piece:append': true,
  'piece:save-copy': true,
  'piece:unwritten': true,
  'piece:take-in': true,
  'piece:take-over': true,
  'piece:conflicts': true,
  'piece:close': true,
  'photo:choose': true,
  'photo:take': true,
  'export:start': true,
  'export:cancel': true,
  'export:reveal': true,
  'review:read': true,
  'review:step': true,
  'review:versions': true,
  'review:keep': true,
  'review:version': true,
  'review:before-restore': true,
  'review:mark-read': true,
  'review:save-log': true,
  'review:save-comparison': true,
  'proof:make': true,
  'proof:tear-off': true,
  'proof:shown': true,
  'proof:turn': true,
  'proof:go': true,
  'proof:caret': true,
  'settings:read': true,
  'settings:write': true,
  'settings:choose-desk': true,
  'settings:choose-condition': true,
  'app:start': true,
  'app:open-link': true,
  'app:alive': true,
  'app:log': true,
  'app:clipboard-text': true,
  'app:edit': true,
};

const signals: { readonly [Signal in keyof Signals]: true } = {
  'menu:command': true,
  'export:progress': true,
  'desk:opened': true,
  'settings:changed': true,
  'piece:news': true,
  'proof:changed': true,
  'proof:viewed': true,
  'proof:go': true,
  'proof:caret': true,
  'app:closing': true,
};

/** Every channel that the window may call. The bridge lets nothing else through. */
export const CALL_CHANNELS = Object.keys(calls) as readonly (keyof Calls)[];

/** Every signal that main may send. */
export const SIGNAL_CHANNELS = Object.keys(signals) as readonly (keyof Signals)[];
