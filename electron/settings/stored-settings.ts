import { z } from '../../shared/zod';
import type { Settings } from '../../shared/ipc/contract';
import { CONDITION_NAMES } from '../../shared/print/press-conditions';
import { NAME_LIMIT, PROFILES_LIMIT } from '../../shared/review/profile';
import { ROLES } from '../../shared/review/workflow';
import { CAPTION_PATTERNS, OWN_PATTERNS_LIMIT, PATTERN_LIMIT } from '../../shared/photos/caption-pattern';

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

/** What the settings file may hold. Keys of a newer version are left as they are. */
export const storedSettingsSchema = z.looseObject({
  language: z.enum(['system', 'vi', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  desk: z.string().min(1).max(4096).optional(),
  paper: z.string().max(1000).optional(),
  /** What settings before profiles called the one person of the machine. */
  journalist: z.string().max(1000).optional(),
  profiles: z
    .array(z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(NAME_LIMIT), role: z.enum(ROLES) }))
    .max(PROFILES_LIMIT)
    .optional(),
  profile: z.string().min(1).max(100).optional(),
  lastPiece: z.string().min(1).max(255).optional(),
  columnWidth: z.boolean().optional(),
  condition: z.enum([...CONDITION_NAMES, 'own']).optional(),
  ownCondition: z
    .object({ path: z.string().min(1).max(4096), name: z.string().max(1000), inkLimit: z.number().nullable() })
    .optional(),
  captionPattern: z.string().max(100).optional(),
  ownPatterns: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        name: z.string().max(PATTERN_LIMIT),
        caption: z.string().max(PATTERN_LIMIT),
        credit: z.string().max(PATTERN_LIMIT),
      }),
    )
    .max(OWN_PATTERNS_LIMIT)
    .optional(),
  window: z.object({ bounds, maximised: z.boolean() }).optional(),
});

export type StoredSettings = z.output<typeof storedSettingsSchema>;

/** Where the window stood when it was last closed, in screen pixels independent of density. */
export type WindowState = NonNullable<StoredSettings['window']>;

const FIRST_PATTERN = CAPTION_PATTERNS[0]?.id ?? '';

/** The settings that hold while the file says nothing else. */
export function defaultSettings(desk: string): Settings {
  return {
    language: 'system',
    theme: 'system',
    desk,
    paper: '',
    profiles: [],
    columnWidth: false,
    condition: 'newsprint',
    captionPattern: FIRST_PATTERN,
    ownPatterns: [],
  };
}
