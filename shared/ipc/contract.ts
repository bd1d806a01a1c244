import type { AppCalls } from './app-calls';
import type { DeskCalls } from './desk-calls';
import type { ExportCalls } from './export-calls';
import type { PhotoCalls } from './photo-calls';
import type { ProofCalls } from './proof-calls';
import type { ReviewCalls } from './review-calls';
import type { RoundCalls } from './round-calls';
import type { SettingsCalls } from './settings-calls';

export type * from './desk-calls';
export type * from './photo-calls';
export type * from './export-calls';
export type * from './proof-calls';
export type * from './settings-calls';
export type * from './app-calls';
export type * from './signals';
export { ALIVE_EVERY } from './app-calls';
export { EXPORT_FORMATS } from './export-calls';
export { PHOTO_DELIVERIES } from './photo-calls';

/**
 * The whole border between the window and the machine. Every call answers with a value; what may fail by design
 * answers with a Result. Paths never come from the window: main's dialogs choose them.
 */
export interface Calls
  extends AppCalls, DeskCalls, ExportCalls, PhotoCalls, ProofCalls, ReviewCalls, RoundCalls, SettingsCalls {}
