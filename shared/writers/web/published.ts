const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/;

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/**
 * The time stamp as papers print it, by the clock of the offset it was written with: "09:14, 02/02/2018" in Vietnamese,
 * "2 February 2018, 09:14" else. A string that is not ISO 8601 comes back as it is.
 */
export function publishedLine(iso: string, language: string): string {
  const [, year, month, day, clock] = ISO.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return iso;
  if (/^vi\b/i.test(language)) return `${clock}, ${day}/${month}/${year}`;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${clock}`;
}
