/** Our scheme, what lies in the page's own memory, and in development the developer tools. */
export function isAllowedRequest(address: string, development: boolean): boolean {
  const allowed = ['app://galley/', 'blob:app://galley/', 'data:'];
  return [...allowed, ...(development ? ['devtools:'] : [])].some((start) => address.startsWith(start));
}
