import type { Thread } from '../../interview/threads';
import { NS } from '../../docx/namespaces';
import { element, xmlText, XML_HEAD } from '../hand-off/xml';
import { commentNumbers } from './comment-ranges';
import { dateOf } from './run-xml';

/** word/comments.xml and word/commentsExtended.xml: who said what, what answers what, what is settled. */
export function commentsParts(threads: readonly Thread[]): { readonly comments: string; readonly extended: string } {
  const numbers = commentNumbers(threads);
  const names = {
    'xmlns:w': NS.w,
    'xmlns:w14': NS.w14,
    'xmlns:w15': NS.w15,
    'xmlns:mc': NS.mc,
    'mc:Ignorable': 'w14 w15',
  };
  const comments: string[] = [];
  const extended: string[] = [];
  for (const { id, comments: said, resolved } of threads) {
    const own = numbers.get(id) ?? [];
    for (const [at, comment] of said.entries()) {
      const number = own[at] ?? 0;
      const lines = comment.text.split('\n');
      const head = {
        'w:id': number,
        'w:author': comment.by,
        'w:date': dateOf(comment.at),
        'w:initials': initials(comment.by),
      };
      const paragraphs = lines.map((line, index) => {
        // The last paragraph of a comment stands for it in commentsExtended.
        const paraId = index === lines.length - 1 ? { 'w14:paraId': paraIdOf(number) } : {};
        return element('w:p', paraId, `<w:r><w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`);
      });
      comments.push(element('w:comment', head, paragraphs));
      const parent = own[0];
      extended.push(
        element('w15:commentEx', {
          'w15:paraId': paraIdOf(number),
          ...(at > 0 && parent !== undefined ? { 'w15:paraIdParent': paraIdOf(parent) } : {}),
          'w15:done': resolved ? 1 : 0,
        }),
      );
    }
  }
  return {
    comments: XML_HEAD + element('w:comments', names, comments),
    extended: XML_HEAD + element('w15:commentsEx', names, extended),
  };
}

/** Eight hexadecimal digits below 0x80000000. */
function paraIdOf(number: number): string {
  return (0x10000000 + number).toString(16).toUpperCase();
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 9);
}
