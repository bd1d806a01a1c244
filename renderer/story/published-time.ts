const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The time as a date field shows it: the clock of the paper, without its offset. */
export function toLocalTime(published: string | undefined): string {
  return LOCAL.exec(published ?? '')?.[0] ?? '';
}

/** Back to ISO 8601: the offset that stood there stays; without one it is Vietnam's. Null when the field was emptied. */
export function fromLocalTime(local: string, before: string | undefined): string | null {
  const time = LOCAL.exec(local)?.[0];
  if (!time) return null;
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(before ?? '')?.[0] ?? '+07:00';
  return time + offset;
}
