import type { Profile } from '../../shared/review/profile';
import { PROFILES_LIMIT } from '../../shared/review/profile';
import type { Role } from '../../shared/review/workflow';
import { writeSettings } from '../app/run-command';
import { useShell } from '../app/shell-store';

/** Puts somebody to work; the same name in the same role is the same person. */
export function addProfile(name: string, role: Role): void {
  const { profiles } = useShell.getState().settings;
  const known = profiles.find((one) => one.name === name && one.role === role);
  if (known) return chooseProfile(known.id);
  const added: Profile = { id: crypto.randomUUID(), name, role };
  writeSettings({ profiles: [...profiles, added].slice(-PROFILES_LIMIT), profile: added.id });
}

export function chooseProfile(profile: string): void {
  writeSettings({ profile });
}

/** Takes somebody off the list; what they did stays in the logs of the pieces. */
export function removeProfile(id: string): void {
  const { profiles } = useShell.getState().settings;
  writeSettings({ profiles: profiles.filter((one) => one.id !== id) });
}
