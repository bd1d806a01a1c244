/** A caption line taken apart. */
export interface CaptionLine {
  readonly caption: string;
  readonly credit: string;
}

const CREDIT =
  /^(?<caption>.*?)[\s.,;–-]*\(?\s*(?<credit>(?:Ảnh|Nguồn ảnh|Ảnh minh họa|Ảnh minh hoạ|Photo|Photograph|Picture|Image)s?\s*(?::|by\s)\s*[^():]{2,60}?)\)?\.?$/iu;

/**
 * The caption and credit of a line that names its photographer ("… Ảnh: Lê Vũ", "… (Photo: Ann Lee)"), or null.
 * The credit keeps its first word: papers differ in it, and it is printed as it stands.
 */
export function readCaption(line: string): CaptionLine | null {
  if (line.length > 400) return null;
  const groups = CREDIT.exec(line)?.groups;
  if (!groups) return null;
  const stop = /^[^]*?[.!?…](?=[\s.,;–-]*\(?\s*(?:Ảnh|Nguồn|Photo|Picture|Image))/iu.exec(line)?.[0];
  const caption = (stop ?? groups['caption'] ?? '').trim();
  return caption === '' ? null : { caption, credit: (groups['credit'] ?? '').trim() };
}
