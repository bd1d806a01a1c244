import type { Role } from './workflow';

/** Who works at this desk. A name is no password: it says who did something among colleagues who trust each other. */
export interface Profile {
  /** Unique on this machine; never written into a piece. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Longest name that a log entry takes, in characters. */
export const NAME_LIMIT = 200;

/** More people than this do not share one machine. */
export const PROFILES_LIMIT = 50;

/** The profile that is at work: the chosen one, else the first; null before anybody has given a name. */
export function activeProfile({
  profiles,
  profile,
}: {
  readonly profiles: readonly Profile[];
  readonly profile?: string | undefined;
}): Profile | null {
  return profiles.find(({ id }) => id === profile) ?? profiles[0] ?? null;
}

/** How a profile is known inside a piece, where ids of machines mean nothing. */
export function profileKey({ name, role }: Pick<Profile, 'name' | 'role'>): string {
  return `${role} ${name.normalize('NFC').trim()}`;
}
