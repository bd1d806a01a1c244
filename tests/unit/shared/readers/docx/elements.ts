import { NS } from '../../../../../shared/docx/namespaces';
import { parseXml, type Element } from '../../../../../shared/readers/docx/parse-xml';
import { must } from '../../../electron/desk/desk-story';

/** The element `w:p` with these contents, as it stands in a document. */
export function element(contents: string): Element {
  return must(parseXml(`<w:p xmlns:w="${NS.w}">${contents}</w:p>`));
}
