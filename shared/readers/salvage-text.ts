/**
 * The readable words of a damaged interview file, one paragraph per element, in the order they stand in the file.
 * Looks at strings only, not at the structure: it works on a file that was cut off, overwritten or patched together.
 */
export function salvageText(source: string): readonly string[] {
  const paragraphs: string[] = [];
  // The string may end with the file: what was written of it is wanted too.
  const strings = /"(text|alt|heading)"\s*:\s*"((?:[^"\\]|\\[^])*)("|\\?$)/g;
  let end = 0;
  let last = '';
  for (const found of source.matchAll(strings)) {
    const [whole, key = '', inner = ''] = found;
    // Runs of one text stand in one array: a closing bracket between two strings is the end of a paragraph.
    const between = source.slice(end, found.index).replace(/"marks"\s*:\s*\[[^\]]*\]/g, '');
    const sameText = key === 'text' && last === 'text' && !/[\]\n]/.test(between);
    const words = unescape(inner);
    if (sameText) paragraphs[paragraphs.length - 1] += words;
    else paragraphs.push(words);
    end = found.index + whole.length;
    last = key;
  }
  return paragraphs.map((words) => words.normalize('NFC').trim()).filter((words) => words !== '');
}

function unescape(inner: string): string {
  const whole = inner.replace(/\\(u[0-9a-fA-F]{0,3})?$/, '');
  return whole.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code: string | undefined, plain: string | undefined) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    return plain === 'n' || plain === 't' || plain === 'r' || plain === 'b' || plain === 'f' ? ' ' : (plain ?? '');
  });
}
