import i18next from 'i18next';
import { en } from './en/index';
import { vi } from './vi/index';

export type Language = 'vi' | 'en';

type Leaves<Tree> = {
  [Room in keyof Tree & string]: `${Room}.${keyof Tree[Room] & string}`;
}[keyof Tree & string];

/** `room.key`, as in the files under vi/ and en/. Plural keys are asked for without their `_one`, `_other` ending. */
export type TextKey = WithoutPlural<Leaves<typeof vi>>;
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

export type TextValues = { readonly [name: string]: string | number };

/** Gives the sentence for a key in one language, with its values filled in. Nothing is escaped: React and our writers do that. */
export interface Translate {
  (key: TextKey, values?: TextValues): string;
  readonly language: Language;
  /** For keys made at run time (`remarks.<rule>`): the key itself comes back when no sentence has it. */
  readonly loose: (key: string, values?: TextValues) => string;
}

export function translator(language: Language): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'vi',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { vi: { translation: vi }, en: { translation: en } },
  });
  const say = (key: string, values?: TextValues) => instance.t(key, { ...values });
  return Object.assign((key: TextKey, values?: TextValues) => say(key, values), { language, loose: say });
}
