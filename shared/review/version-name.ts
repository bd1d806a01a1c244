/** The moment in a version's name, in milliseconds since 1970: 20261123-201530-042-<hash>.json, in UTC; 0 when it has none. */
export function momentOfVersion(name: string): number {
  const iso = name.replace(
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-.*$/,
    (_, year: string, month: string, day: string, hour: string, minute: string, second: string, rest: string) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`,
  );
  const at = Date.parse(iso);
  return Number.isNaN(at) ? 0 : at;
}
