import type { CaptionPattern } from '../photos/caption-pattern';
import type { ConditionName, OwnCondition } from '../print/press-conditions';
import type { Result } from '../result';
import type { Profile } from '../review/profile';
import type { DeskFailure, PieceId } from './desk-calls';

/** What is kept between two starts. */
export interface SettingsCalls {
  'settings:read': () => Settings;
  'settings:write': (change: Partial<Settings>) => Settings;
  /** Asks for the folder that is to be the desk; null when cancelled. */
  'settings:choose-desk': () => Result<Settings | null, DeskFailure>;
  /** Asks for a printer's own profile, and makes it the printing condition; null when cancelled. */
  'settings:choose-condition': () => Result<Settings | null, ConditionFailure>;
}

/** The file of a printing condition is not there, or no profile of a CMYK press. */
export interface ConditionFailure {
  readonly kind: 'profile-missing' | 'profile-unfit';
  readonly name: string;
}

export type Theme = 'system' | 'light' | 'dark';
export type InterfaceLanguage = 'system' | 'vi' | 'en';

export interface Settings {
  readonly language: InterfaceLanguage;
  readonly theme: Theme;
  /** The desk folder; chosen by main, shown by the window. */
  readonly desk: string;
  readonly paper: string;
  /** Who works at this machine, in the order they were added. */
  readonly profiles: readonly Profile[];
  /** The id of the one at work. */
  readonly profile?: string;
  readonly lastPiece?: PieceId;
  /** The galley column in the width of the printed column instead of a reading measure. */
  readonly columnWidth: boolean;
  /** What press files are made for: one of ours, or the printer's own profile once there is one. */
  readonly condition: ConditionName | 'own';
  /** Chosen by main, shown by the window. */
  readonly ownCondition?: OwnCondition;
  /** The id of the pattern in which the paper words its captions. */
  readonly captionPattern: string;
  /** The paper's own patterns, in the order they were made. */
  readonly ownPatterns: readonly CaptionPattern[];
}
