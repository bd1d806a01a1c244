import type { Remark } from '../../checks/remark';
import { plainText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { Projected } from '../../review/returned/project';
import type { DocxDocument, DocxPicture } from './document';

/** A manuscript taken apart: the piece, and from where in the file its words and pictures are. */
export interface Structured {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  /** By the number of the first paragraph of the file that it is made of. */
  readonly placeOf: ReadonlyMap<number, Place>;
}

/** Vietnamese by its letters, whatever the file says; else what the file says. */
export function languageOf({ language }: DocxDocument, written: readonly Projected[]): string {
  const text = written.map((paragraph) => plainText(paragraph.text)).join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked = text.match(/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/g)?.length ?? 0;
  if (marked * 50 >= letters) return 'vi';
  return /^[a-z]{2}\b/i.exec(language)?.[0]?.toLowerCase() ?? 'en';
}
